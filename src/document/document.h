// Document: what a reader gets, as a value. Built once from the advice; the writers turn it into HTML, DOCX, PDF and
// plain text, so that all say the same. Every text is plain UTF-8: writers escape it, and nothing in it is markup.
#pragma once

#include "document/scene.h"

#include <string>
#include <variant>
#include <vector>

namespace fedadvise::document
{

/// A piece of text in one style.
struct Run
{
    std::string text;
    bool strong = false;
    bool emphasis = false; ///< in italics
    std::string link;      ///< "#id" of a block of the document, or "https://…"; empty: none
    std::string badge;     ///< id of a band, such as "ruled-out": set off as a label; empty: none
};

using Text = std::vector<Run>;

/// A text in one plain run.
[[nodiscard]] Text plain(std::string text);
/// "Why: because …" with the first part strong.
[[nodiscard]] Text led_by(std::string lead, std::string text);
/// The letters alone.
[[nodiscard]] std::string letters_of(const Text& text);

struct Heading
{
    int level = 2; ///< 2 to 4: the title of the document is level 1
    std::string text;
    std::string id; ///< target of links, unique in the document; empty: none
};

enum class Tone
{
    Normal,
    Lead,    ///< the sentences to read first
    Small,   ///< origin, provenance, explanations of words
    Notice,  ///< set off by a line
    Warning, ///< set off, and more urgent than a notice
};

struct Paragraph
{
    Text text;
    Tone tone = Tone::Normal;
    std::string id;
};

struct ListItem
{
    Text text;
    std::vector<Paragraph> more; ///< further paragraphs under it
};

struct List
{
    bool numbered = false;
    std::vector<ListItem> items;
};

struct Column
{
    std::string heading;
    int width = 1; ///< share of the table's width, against those of the other columns; 1 to 12
};

struct Cell
{
    std::vector<Paragraph> paragraphs;
};

struct Row
{
    std::vector<Cell> cells; ///< as many as there are columns; the first is the heading of the row
    std::string id;
};

struct Table
{
    std::string caption;
    std::vector<Column> columns;
    std::vector<Row> rows;
};

struct Figure
{
    Scene scene;
    std::string caption;      ///< how to read it
    bool said_beside = false; ///< the blocks beside it say the same: plain text leaves it out
};

struct Block;

/// Something that stands on the screen only when asked for, and always on paper.
struct Fold
{
    std::string label; ///< "All reasons for and against: Federation company"
    std::vector<Block> blocks;
};

/// The following block begins a new page on paper.
struct PageBreak
{
};

struct Block
{
    std::variant<Heading, Paragraph, List, Table, Figure, Fold, PageBreak> value;

    template <class T>
    Block(T block) : value(std::move(block))
    {
    }
};

/// Small documents fill one page: writers for paper use smaller letters and narrower margins.
enum class Size
{
    Normal,
    OnePage,
};

struct Document
{
    std::string id;      ///< "summary": also the middle of its file name
    std::string title;   ///< of the case: "Five Valleys"
    std::string kind;    ///< "Partners' summary"
    std::string subject; ///< one sentence on what it is, for the file's properties
    std::string footer;  ///< on every page, before the page number: "Not legal, tax or pensions advice."
    std::string date;    ///< the day it speaks of, "2026-11-22"; the day of creation in the file's properties
    std::string language = "en-GB";
    Size size = Size::Normal;
    bool contents = false; ///< a list of the headings of level 2 stands before the text
    std::vector<Block> blocks;
};

} // namespace fedadvise::document
