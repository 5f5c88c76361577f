#include <libxml/xmlversion.h>
// The headers of ICU that libxml2 would bring contradict those of Foundation; nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
