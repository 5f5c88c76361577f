// What is used of pango 1.50 and cairo 1.16, declared as their headers do, so that neither is
// needed to build: both have kept these signatures since 2008 and are found by name at run time.
#ifndef LIBRARIES_H
#define LIBRARIES_H

typedef struct { int x, y, width, height; } pango_rectangle;

// Kind of result, name, parameters; by library.
#define OF_CAIRO(F) \
    F(void *, cairo_pdf_surface_create_for_stream, \
      (int (*)(void *, const unsigned char *, unsigned int), void *, double, double)) \
    F(void, cairo_pdf_surface_set_metadata, (void *, int, const char *)) \
    F(void *, cairo_create, (void *)) \
    F(int, cairo_status, (void *)) \
    F(int, cairo_surface_status, (void *)) \
    F(const char *, cairo_status_to_string, (int)) \
    F(void, cairo_move_to, (void *, double, double)) \
    F(void, cairo_rectangle, (void *, double, double, double, double)) \
    F(void, cairo_fill, (void *)) \
    F(void, cairo_set_source_rgb, (void *, double, double, double)) \
    F(void, cairo_show_page, (void *)) \
    F(void, cairo_destroy, (void *)) \
    F(void, cairo_surface_finish, (void *)) \
    F(void, cairo_surface_destroy, (void *))

#define OF_PANGO(F) \
    F(void *, pango_font_description_new, (void)) \
    F(void, pango_font_description_set_family, (void *, const char *)) \
    F(void, pango_font_description_set_absolute_size, (void *, double)) \
    F(void, pango_font_description_set_weight, (void *, int)) \
    F(const char *, pango_font_description_get_family, (const void *)) \
    F(void, pango_font_description_free, (void *)) \
    F(void *, pango_font_map_create_context, (void *)) \
    F(void *, pango_context_load_font, (void *, const void *)) \
    F(void, pango_context_set_language, (void *, void *)) \
    F(void, pango_context_set_round_glyph_positions, (void *, int)) \
    F(void *, pango_font_describe, (void *)) \
    F(void *, pango_language_from_string, (const char *)) \
    F(void *, pango_layout_new, (void *)) \
    F(void, pango_layout_set_text, (void *, const char *, int)) \
    F(void, pango_layout_set_font_description, (void *, const void *)) \
    F(void, pango_layout_set_width, (void *, int)) \
    F(void, pango_layout_set_wrap, (void *, int)) \
    F(void, pango_layout_set_auto_dir, (void *, int)) \
    F(void, pango_layout_get_size, (void *, int *, int *)) \
    F(int, pango_layout_get_line_count, (void *)) \
    F(int, pango_layout_get_unknown_glyphs_count, (void *)) \
    F(void *, pango_layout_get_line_readonly, (void *, int)) \
    F(void, pango_layout_line_get_extents, (void *, pango_rectangle *, pango_rectangle *))

#define OF_PANGOCAIRO(F) \
    F(void *, pango_cairo_font_map_new, (void)) \
    F(void, pango_cairo_context_set_resolution, (void *, double)) \
    F(void, pango_cairo_show_layout_line, (void *, void *))

#define OF_GOBJECT(F) F(void, g_object_unref, (void *))

#define DECLARED(kind, name, parameters) kind (*name) parameters;

struct libraries {
    OF_CAIRO(DECLARED)
    OF_PANGO(DECLARED)
    OF_PANGOCAIRO(DECLARED)
    OF_GOBJECT(DECLARED)
};

// Opened once; NULL where one is missing, with the loader's words in `why`.
const struct libraries *paper_libraries(const char **why);

#endif
