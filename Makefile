# make run   install what is missing, start the engine, open the window
# make test  install what is missing, run every check and test
# make stop  stop the engine; containers go on

STARTER := engine/davit_engine/starter
IMAGES := $(STARTER)/images/hello.tar $(STARTER)/images/welcome.tar

TRANSLATIONS := desktop/davit_desktop/translations
LANGUAGES := $(patsubst %.ts,%.qm,$(wildcard $(TRANSLATIONS)/*.ts))

.PHONY: run test screenshots stop bench-window starter languages words bootstrap-test installers-linux installers-windows installers-macos-tree guest-aarch64

run:
	@MAKE='$(MAKE)' installers/linux/run.sh

test: bootstrap-test
	@installers/linux/venv.sh dev
	@$(MAKE) --no-print-directory starter languages
	@installers/linux/test.sh $(TESTS)

# A picture of every page, to be looked at.
screenshots: bootstrap-test
	@installers/linux/venv.sh dev
	@$(MAKE) --no-print-directory starter languages
	@.venv/bin/python tests/desktop/screenshots.py

# What the window takes beside its budgets.
bench-window: bootstrap-test
	@installers/linux/venv.sh dev
	@$(MAKE) --no-print-directory starter languages
	@.venv/bin/python tests/desktop/bench_window.py

stop:
	@installers/linux/engine.sh stop

# The images that travel inside Davit.
starter: $(IMAGES)
	@:

$(IMAGES) &: $(STARTER)/build.py $(wildcard $(STARTER)/hello/* $(STARTER)/welcome/*)
	@python3 $(STARTER)/build.py

# The translations as the window reads them.
languages: $(LANGUAGES)
	@:

$(LANGUAGES) &: $(wildcard $(TRANSLATIONS)/*.ts)
	@.venv/bin/python desktop/languages.py release

# Finds the words of the window in its sources, for translators.
words:
	@.venv/bin/python desktop/languages.py update

# The packages for Linux, in dist/; as root.
installers-linux:
	@installers/linux/bootstrap.sh linux
	@python3 installers/build.py linux-deb linux-frozen

# The setup program for Windows, in dist/; OPTIONS=--without-qemu tries it out.
installers-windows: languages
	@installers/linux/bootstrap.sh windows
	@.venv/bin/python installers/build.py windows $(OPTIONS)

# The application for macOS as far as Linux makes it, in build/macos, checked.
installers-macos-tree: languages
	@installers/linux/bootstrap.sh macos
	@.venv/bin/python installers/build.py macos-tree

# The machine's system for Apple's processors, booted once in emulation: some two minutes.
guest-aarch64:
	@installers/linux/bootstrap.sh guest
	@python3 vm/image/build.py --architecture aarch64 --boot

bootstrap-test:
	@installers/linux/bootstrap.sh engine desktop machine test linux windows macos
	@installers/linux/docker-cli.sh
	@installers/linux/docker-plugins.sh
	@installers/linux/actionlint.sh
