// Reader texts: every text of the rule base that people read, in one list, so that checks of wording miss none.
#pragma once

#include "rulebase/rule_base.h"

#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::rulebase
{

enum class TextKind
{
    Sentences,   ///< whole sentences for the users
    Phrase,      ///< the label of an answer, "3 to 10": read by users, but no sentence
    Name,        ///< a title, a heading, the name of an option
    EditorsNote, ///< whole sentences in the log of the editors
};

struct ReaderText
{
    TextKind kind = TextKind::Sentences;
    std::string id;        ///< of the thing it belongs to: "MO01"; "readiness" and "settings" for those two
    std::string what;      ///< "The reason of rule 'MO01'"
    std::string_view text; ///< never empty; lives as long as the rule base
    foundation::Place place;
};

/// In the order of the rule base's lists. What is empty is left out, and so are names of laws, sources and forms: they
/// are quoted, not worded here.
[[nodiscard]] std::vector<ReaderText> reader_texts(const RuleBase& rules);

} // namespace fedadvise::rulebase
