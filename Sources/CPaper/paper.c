#include "CPaper.h"
#include "libraries.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

// A4 in points, to the hundredth; ISO 216.
static const double sheet_width = 595.28, sheet_height = 841.89;
static const double scale = 1024;

enum { STATUS_NO_MEMORY = 1, WRAP_WORD_CHAR = 2, WEIGHT_NORMAL = 400, WEIGHT_BOLD = 700 };
// cairo_pdf_metadata_t.
enum { TITLE = 0, AUTHOR = 1, CREATOR = 4, CREATE_DATE = 5, MOD_DATE = 6 };

struct paper {
    const struct libraries *use;
    void *surface, *cairo, *map, *context;
    char family[64];
    uint8_t *bytes;
    size_t count, room;
};

struct paper_text {
    const struct libraries *use;
    void *layout;
};

static int keep(void *of, const unsigned char *bytes, unsigned int count) {
    paper *paper = of;
    if (paper->count + count > paper->room) {
        size_t room = (paper->count + count) * 2;
        uint8_t *more = realloc(paper->bytes, room);
        if (!more) return STATUS_NO_MEMORY;
        paper->bytes = more;
        paper->room = room;
    }
    memcpy(paper->bytes + paper->count, bytes, count);
    paper->count += count;
    return 0;
}

static void *description(const paper *paper, int size, int is_bold) {
    const struct libraries *use = paper->use;
    void *font = use->pango_font_description_new();
    use->pango_font_description_set_family(font, paper->family);
    use->pango_font_description_set_absolute_size(font, size);
    use->pango_font_description_set_weight(font, is_bold ? WEIGHT_BOLD : WEIGHT_NORMAL);
    return font;
}

// Fontconfig always finds some font; only the one that was asked for will do.
static int has_font(const paper *paper) {
    const struct libraries *use = paper->use;
    void *asked = description(paper, 10 * scale, 0);
    void *font = use->pango_context_load_font(paper->context, asked);
    use->pango_font_description_free(asked);
    if (!font) return 0;
    void *is = use->pango_font_describe(font);
    const char *family = use->pango_font_description_get_family(is);
    int same = family && strcasecmp(family, paper->family) == 0;
    use->pango_font_description_free(is);
    use->g_object_unref(font);
    return same;
}

paper *paper_begin(const struct paper_facts *facts, enum paper_ending *ending, const char **why) {
    *ending = PAPER_NO_LIBRARY;
    const struct libraries *use = paper_libraries(why);
    if (!use) return NULL;
    *ending = PAPER_FAILED;
    *why = "out of memory";
    paper *paper = calloc(1, sizeof *paper);
    if (!paper) return NULL;
    paper->use = use;
    strncpy(paper->family, facts->family, sizeof paper->family - 1);

    // A font map of its own, since the default one belongs to a thread.
    paper->map = use->pango_cairo_font_map_new();
    paper->context = use->pango_font_map_create_context(paper->map);
    use->pango_cairo_context_set_resolution(paper->context, 72);
    use->pango_context_set_round_glyph_positions(paper->context, 0);
    use->pango_context_set_language(
        paper->context, use->pango_language_from_string(facts->language));
    if (!has_font(paper)) {
        *ending = PAPER_NO_FONT;
        *why = "";
        paper_free(paper);
        return NULL;
    }

    paper->surface = use->cairo_pdf_surface_create_for_stream(
        keep, paper, sheet_width, sheet_height);
    use->cairo_pdf_surface_set_metadata(paper->surface, TITLE, facts->title);
    use->cairo_pdf_surface_set_metadata(paper->surface, AUTHOR, facts->author);
    use->cairo_pdf_surface_set_metadata(paper->surface, CREATOR, facts->creator);
    use->cairo_pdf_surface_set_metadata(paper->surface, CREATE_DATE, facts->created);
    use->cairo_pdf_surface_set_metadata(paper->surface, MOD_DATE, facts->created);
    paper->cairo = use->cairo_create(paper->surface);
    *ending = PAPER_DONE;
    return paper;
}

paper_text *paper_set(
    paper *paper, const char *utf8, int count, int size, int is_bold, int width
) {
    const struct libraries *use = paper->use;
    paper_text *text = calloc(1, sizeof *text);
    if (!text) return NULL;
    text->use = use;
    text->layout = use->pango_layout_new(paper->context);
    void *font = description(paper, size, is_bold);
    use->pango_layout_set_font_description(text->layout, font);
    use->pango_font_description_free(font);
    // A letter runs from left to right, whatever a name in it begins with.
    use->pango_layout_set_auto_dir(text->layout, 0);
    use->pango_layout_set_width(text->layout, width);
    use->pango_layout_set_wrap(text->layout, WRAP_WORD_CHAR);
    use->pango_layout_set_text(text->layout, utf8, count);
    return text;
}

void paper_text_free(paper_text *text) {
    if (!text) return;
    text->use->g_object_unref(text->layout);
    free(text);
}

int paper_text_lines(const paper_text *text) {
    return text->use->pango_layout_get_line_count(text->layout);
}

int paper_text_width(paper_text *text) {
    int width = 0;
    text->use->pango_layout_get_size(text->layout, &width, NULL);
    return width;
}

int paper_text_unknown(paper_text *text) {
    return text->use->pango_layout_get_unknown_glyphs_count(text->layout);
}

static pango_rectangle extents(const paper_text *text, void *line) {
    pango_rectangle box = {0, 0, 0, 0};
    text->use->pango_layout_line_get_extents(line, NULL, &box);
    return box;
}

int paper_line_height(const paper_text *text, int line) {
    void *of = text->use->pango_layout_get_line_readonly(text->layout, line);
    return of ? extents(text, of).height : 0;
}

int paper_draw(paper *paper, paper_text *text, int line, int x, int y, int is_grey) {
    const struct libraries *use = paper->use;
    void *of = use->pango_layout_get_line_readonly(text->layout, line);
    if (!of) return 0;
    pango_rectangle box = extents(text, of);
    double shade = is_grey ? 0.35 : 0;
    use->cairo_set_source_rgb(paper->cairo, shade, shade, shade);
    // A line is drawn at its baseline, which lies above its top by a negative distance.
    use->cairo_move_to(paper->cairo, x / scale, (y - box.y) / scale);
    use->pango_cairo_show_layout_line(paper->cairo, of);
    return box.height;
}

void paper_rule(paper *paper, int x, int y, int length, int thickness, int is_grey) {
    const struct libraries *use = paper->use;
    double shade = is_grey ? 0.75 : 0;
    use->cairo_set_source_rgb(paper->cairo, shade, shade, shade);
    use->cairo_rectangle(
        paper->cairo, x / scale, y / scale, length / scale, thickness / scale);
    use->cairo_fill(paper->cairo);
}

void paper_next_page(paper *paper) { paper->use->cairo_show_page(paper->cairo); }

enum paper_ending paper_end(
    paper *paper, const uint8_t **bytes, size_t *count, const char **why
) {
    const struct libraries *use = paper->use;
    int status = use->cairo_status(paper->cairo);
    use->cairo_surface_finish(paper->surface);
    if (!status) status = use->cairo_surface_status(paper->surface);
    *bytes = paper->bytes;
    *count = paper->count;
    *why = use->cairo_status_to_string(status);
    return status ? PAPER_FAILED : PAPER_DONE;
}

void paper_free(paper *paper) {
    if (!paper) return;
    const struct libraries *use = paper->use;
    if (paper->cairo) use->cairo_destroy(paper->cairo);
    if (paper->surface) use->cairo_surface_destroy(paper->surface);
    if (paper->context) use->g_object_unref(paper->context);
    if (paper->map) use->g_object_unref(paper->map);
    free(paper->bytes);
    free(paper);
}
