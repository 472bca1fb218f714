/* The programs that people start: Python in this very process, with one of Davit's entry points.

   Compiled three times; ENTRY is the module whose main() is called, WINDOWED is set for the program
   without a console. Arguments, exit status, Ctrl-C and standard streams are Python's own, since
   there is no second process. Python and its packages lie in the folder `python` beside us. */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

typedef int(__cdecl *python_main)(int, wchar_t **);

#define WIDE2(text) L##text
#define WIDE(text) WIDE2(text)
#define LONGEST_PATH 32768

/* sys.frozen says that sys.executable is this program, not a Python that takes `-m`. */
#define CODE                                                                                       \
    L"import sys; sys.frozen = True; sys.argv[0] = sys.executable\n"                               \
    L"from " WIDE(ENTRY) L" import main; sys.exit(main())"

static int damaged(const wchar_t *what)
{
    wchar_t words[LONGEST_PATH + 300];
    swprintf(words, LONGEST_PATH + 300,
             L"Davit cannot start: %ls could not be loaded (error %lu).\n"
             L"Install Davit again; containers and settings are kept.",
             what, GetLastError());
#ifdef WINDOWED
    MessageBoxW(NULL, words, L"Davit", MB_OK | MB_ICONERROR);
#else
    fwprintf(stderr, L"%ls\n", words);
#endif
    return 70; /* EX_SOFTWARE */
}

static int run(int count, wchar_t **words)
{
    static wchar_t path[LONGEST_PATH];
    static wchar_t library[LONGEST_PATH + 32];
    wchar_t *first[] = {words[0], L"-I", L"-X", L"utf8", L"-c", CODE};
    const int given = sizeof first / sizeof *first;
    wchar_t **all = calloc(given + count, sizeof *all);
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST_PATH);

    if (all == NULL || length == 0 || length >= LONGEST_PATH)
        return damaged(L"the program's own folder");
    *wcsrchr(path, L'\\') = L'\0';

    /* Libraries are looked for beside Python and in Windows, never in the working folder. */
    swprintf(library, LONGEST_PATH + 32, L"%ls\\python", path);
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory(library);
    swprintf(library, LONGEST_PATH + 32, L"%ls\\python\\python313.dll", path);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DEFAULT_DIRS |
                                                       LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR);
    python_main start = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (start == NULL)
        return damaged(library);

    memcpy(all, first, sizeof first);
    if (count > 1)
        memcpy(all + given, words + 1, (count - 1) * sizeof *words);
    return start(given + (count > 1 ? count - 1 : 0), all);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, wchar_t *line, int shown)
{
    (void)instance, (void)before, (void)line, (void)shown;
    return run(__argc, __wargv);
}
#else
int wmain(int count, wchar_t **words) { return run(count, words); }
#endif
