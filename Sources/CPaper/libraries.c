#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static struct libraries libraries;
static char missing[300];
static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *opened(const char *name) {
    if (missing[0]) return NULL;
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library) snprintf(missing, sizeof missing, "%s", dlerror());
    return library;
}

static void *found(void *library, const char *name) {
    if (missing[0]) return NULL;
    void *function = dlsym(library, name);
    if (!function) snprintf(missing, sizeof missing, "%s", dlerror());
    return function;
}

// A pointer to a function is stored through one to data, as POSIX has it for dlsym.
#define FOUND(kind, name, parameters) *(void **)&libraries.name = found(library, #name);

static void open_libraries(void) {
    void *library = opened("libcairo.so.2");
    OF_CAIRO(FOUND)
    library = opened("libpango-1.0.so.0");
    OF_PANGO(FOUND)
    library = opened("libpangocairo-1.0.so.0");
    OF_PANGOCAIRO(FOUND)
    library = opened("libgobject-2.0.so.0");
    OF_GOBJECT(FOUND)
    is_open = !missing[0];
}

const struct libraries *paper_libraries(const char **why) {
    pthread_once(&once, open_libraries);
    *why = missing;
    return is_open ? &libraries : NULL;
}
