// Turns the elements of rule files into plain structs. It judges form, not meaning: ids are checked by the validator.
#pragma once

#include "rulebase/rule_base.h"
#include "rulebase/xml_element.h"

#include <map>
#include <string>

namespace fedadvise::rulebase
{

/// What is being collected over all files.
struct Draft
{
    RuleBase rules;
    std::map<std::string, std::vector<AnswerOption>> scales;
    std::map<std::string, XmlElement> scale_of_question; ///< question id to the element that names its scale
    int identities = 0;                                  ///< how many files carry the rule base's id
    int settings = 0;
    int readiness = 0;
};

/// Adds one file's <rulebase> element to the draft.
void read_rulebase_element(const XmlElement& root, Draft& draft, Diagnostics& faults);

/// Gives scale questions their points, once all files are read.
void apply_scales(Draft& draft, Diagnostics& faults);

} // namespace fedadvise::rulebase
