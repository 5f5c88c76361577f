#include <spawn.h>
#include <sys/pidfd.h>

// In glibc since 2.29 and 2.34, and in its header for GNU sources only.
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
