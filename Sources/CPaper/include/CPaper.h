// A sheet of A4 and text set on it, by pango and cairo. They are opened when the first sheet is
// begun, not when the program starts: it then loads no more than it uses.
//
// All lengths are in 1/1024 of a point (PANGO_SCALE), from the left and the top.
#ifndef CPAPER_H
#define CPAPER_H

#include <stddef.h>
#include <stdint.h>

typedef struct paper paper;
typedef struct paper_text paper_text;

enum paper_ending { PAPER_DONE = 0, PAPER_NO_LIBRARY, PAPER_NO_FONT, PAPER_FAILED };

// What a PDF says of itself; `created` is ISO 8601.
struct paper_facts {
    const char *title, *author, *creator, *created;
    // The font family that everything is set in, and the language, `zh-cn`.
    const char *family, *language;
};

// Begins a document of A4 pages, the first one empty. Without one, `why` says why, in a static or
// thread's own text that lasts until the next call.
paper *paper_begin(const struct paper_facts *facts, enum paper_ending *ending, const char **why);

// Sets `count` bytes of UTF-8 without NUL in lines of at most `width`, or in one where it is
// negative. A text is freed by `paper_text_free`, before its paper.
paper_text *paper_set(paper *, const char *utf8, int count, int size, int is_bold, int width);
void paper_text_free(paper_text *);

int paper_text_lines(const paper_text *);
// The widest line.
int paper_text_width(paper_text *);
// Characters that no font on this machine can show.
int paper_text_unknown(paper_text *);

// Draws one line, its own top at `y`; gives its height.
int paper_draw(paper *, paper_text *, int line, int x, int y, int is_grey);
int paper_line_height(const paper_text *, int line);
void paper_rule(paper *, int x, int y, int length, int thickness, int is_grey);
void paper_next_page(paper *);

// Ends the document. The bytes live as long as the paper.
enum paper_ending paper_end(paper *, const uint8_t **bytes, size_t *count, const char **why);
void paper_free(paper *);

#endif
