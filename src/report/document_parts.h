// Document parts: pieces that several documents share, and the few calls by which a document grows.
#pragma once

#include "document/document.h"
#include "report/report_input.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fedadvise::report
{

using document::Block;
using document::Text;
using document::Tone;

/// Blocks that grow downwards. Empty texts and lists add nothing.
class Draft
{
public:
    void heading(int level, std::string text, std::string id = {});
    void say(std::string text, Tone tone = Tone::Normal);
    void say(Text text, Tone tone = Tone::Normal);
    /// "Why: because …" with the first part strong.
    void say_led(std::string lead, std::string text);
    void items(const std::vector<std::string>& lines);
    /// A heading of level 3 or 4 and the list under it; neither when the list is empty.
    void headed_items(int level, std::string heading, const std::vector<std::string>& lines);
    void list(std::vector<document::ListItem> items, bool numbered = false);
    void figure(document::Scene scene, std::string caption);
    void fold(std::string label, std::vector<Block> blocks);
    void new_page() { m_blocks.emplace_back(document::PageBreak{}); }

    /// Headings of the columns with their shares of the width.
    void table(std::string caption, std::vector<document::Column> columns, std::vector<document::Row> rows);

    [[nodiscard]] std::vector<Block> take() { return std::move(m_blocks); }

private:
    std::vector<Block> m_blocks;
};

/// What every document begins with, in as few words as can be, because the advice comes first: the day of the law, the
/// variant when it is about one, and a note when sources are due to be checked again. `about` is said before it, or
/// empty. That it is no legal advice stands in the footer of every page and in the provenance.
void add_opening(Draft& draft, const Advice& advice, const std::string& about = {});

/// A row of plain texts.
[[nodiscard]] document::Row row_of(std::vector<std::string> cells, std::string id = {});

[[nodiscard]] document::Cell cell_of(Text text);

/// The band's label, set off.
[[nodiscard]] document::Run badge_of(const OptionAdvice& option);

/// Rule, strength, law, status, how well it is known, the answers behind it, and links to the sources.
[[nodiscard]] Text origin_of(const Statement& statement);

/// The statement, what is at stake, and where it comes from.
[[nodiscard]] document::ListItem item_of(const Statement& statement, bool effect_first = false);

/// Warnings that stand out, the unlawful first.
void add_warnings(Draft& draft, const std::vector<Statement>& warnings);

/// How to say what open answers may still bring: one by one, or only how much.
enum class OpenReasons
{
    Counted,
    Listed,
};

/// Every reason of an option, each with where it comes from, and what is known about the option.
void add_option(Draft& draft, const OptionAdvice& option, OpenReasons open_reasons = OpenReasons::Counted);

/// One line for each reason that options share, so that a tired reader meets each reason once.
[[nodiscard]] std::vector<document::ListItem> lines_by_reason(const std::vector<const OptionAdvice*>& options);

/// The gradient as a picture with its caption; nothing when there is none.
void add_gradient(Draft& draft, const Advice& advice);

} // namespace fedadvise::report
