/* The programs of the application: Python in this very process, with one of Davit's entry points.

   Compiled three times; ENTRY is the module whose main() is called. Python is loaded by its path,
   so that no header of it is needed, and every name that people may have given to the program (a
   link on their PATH) leads back to the bundle that it lies in. */

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

#ifndef HOME
#define HOME "Frameworks/Python.framework/Versions/3.13"
#define LIBRARY HOME "/Python"
#endif

typedef int (*python_main)(int, char **);
typedef void (*python_set_home)(const wchar_t *);

/* sys.frozen says that sys.executable is this program, not a Python that takes `-m`. */
#define CODE                                                                                       \
    "import os, sys; sys.frozen = True; sys.argv[0] = sys.executable\n"                            \
    "sys.path.insert(0, os.path.dirname(os.path.dirname(sys.executable)) + '/Resources/packages')\n" \
    "from " ENTRY " import main; sys.exit(main())"

static int damaged(const char *what, const char *why)
{
    fprintf(stderr,
            "Davit cannot start: %s could not be loaded (%s).\n"
            "Install Davit again; containers and settings are kept.\n",
            what, why ? why : "no reason given");
    return 70; /* EX_SOFTWARE */
}

static int find_own(char *path)
{
    char raw[PATH_MAX] = "";
#ifdef __APPLE__
    uint32_t size = sizeof raw;
    if (_NSGetExecutablePath(raw, &size) != 0)
        return 0;
#else
    if (readlink("/proc/self/exe", raw, sizeof raw - 1) < 0)
        return 0;
#endif
    return realpath(raw, path) != NULL;
}

int main(int count, char **words)
{
    static char own[PATH_MAX], library[PATH_MAX + 128], home[PATH_MAX + 128];
    static wchar_t wide[PATH_MAX + 128];
    char *first[] = {own, "-I", "-B", "-X", "utf8", "-c", CODE};
    const int given = sizeof first / sizeof *first;
    char **all = calloc(given + count + 1, sizeof *all);

    if (all == NULL || !find_own(own))
        return damaged("the program's own folder", strerror(errno));

    /* .../Contents/MacOS/davit */
    char contents[PATH_MAX];
    strcpy(contents, own);
    for (int level = 0; level < 2; level++) {
        char *slash = strrchr(contents, '/');
        if (slash == NULL)
            return damaged("the program's own folder", own);
        *slash = '\0';
    }
    snprintf(library, sizeof library, "%s/" LIBRARY, contents);
    snprintf(home, sizeof home, "%s/" HOME, contents);

    /* Paths of a Mac are UTF-8, whatever the terminal says; Python sets its own locale later. */
    if (setlocale(LC_CTYPE, "en_US.UTF-8") == NULL)
        setlocale(LC_CTYPE, "C.UTF-8");
    void *python = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
    if (python == NULL)
        return damaged(library, dlerror());
    python_main start = (python_main)dlsym(python, "Py_BytesMain");
    python_set_home set_home = (python_set_home)dlsym(python, "Py_SetPythonHome");
    if (start == NULL || set_home == NULL)
        return damaged(library, dlerror());

    if (mbstowcs(wide, home, sizeof wide / sizeof *wide) == (size_t)-1)
        return damaged(home, "its path is no UTF-8");
    set_home(wide);

    memcpy(all, first, sizeof first);
    if (count > 1)
        memcpy(all + given, words + 1, (count - 1) * sizeof *words);
    return start(given + (count > 1 ? count - 1 : 0), all);
}
