// A small rule base for the proofs: two models, three vehicles, six questions; rules are given by each test.
#pragma once

#include "rulebase/rule_base.h"

#include <memory>
#include <string>

namespace fedadvise::test
{

/// `rules` are <rule> and other elements. Throws with all faults when the rule base is not valid.
[[nodiscard]] std::shared_ptr<const rulebase::RuleBase> small_rules(const std::string& rules);

/// A rule with a title, law, text and source; `effects` and `when` are XML.
[[nodiscard]] std::string small_rule(const std::string& id, const std::string& when, const std::string& effects,
                                     const std::string& attributes = "");

/// Rules that let each option lead and lose, so that a test only adds what it is about.
[[nodiscard]] std::string sound_rules();

} // namespace fedadvise::test
