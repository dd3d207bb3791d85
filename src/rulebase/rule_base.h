// RuleBase: everything the product knows, as read from the XML. Immutable once it has been found valid.
#pragma once

#include "foundation/date.h"
#include "rulebase/catalogue.h"
#include "rulebase/framework.h"
#include "rulebase/question.h"
#include "rulebase/reference.h"
#include "rulebase/rule.h"

#include <string>
#include <vector>

namespace fedadvise::rulebase
{

struct RuleBase
{
    std::string id;
    std::string version;
    foundation::Date as_at;
    std::string sha256; ///< over the names and bytes of all its files, in name order
    Settings settings;
    std::vector<Section> sections;
    std::vector<Question> questions;
    std::vector<GradientStep> gradient; ///< from separate to one organisation
    std::vector<Family> families;
    std::vector<Model> models;
    std::vector<Vehicle> vehicles;
    std::vector<FitEntry> fits;
    std::vector<Rule> rules;
    std::vector<Lesson> lessons;
    Readiness readiness;
    std::vector<Checklist> checklists;
    std::vector<Source> sources;
    std::vector<UnstatedConstraint> unstated;
    std::vector<Inspiration> inspirations;
    std::vector<Term> terms;
    std::vector<Jargon> jargon;
    std::vector<SetupGuide> setups;
    std::vector<Path> paths;
    std::vector<Framework> frameworks;
    std::vector<Aspect> aspects; ///< in the order in which options are compared
    std::vector<Candidate> candidates;
    std::vector<Waiver> waivers;
    std::vector<Edition> editions; ///< in the order of the file
};

/// Whether somebody should have looked at the source again before this day; on the day of the review itself, not yet.
[[nodiscard]] bool is_past_review(const Source& source, foundation::Date day);

// Each finds the thing with the id, or gives a null pointer.
[[nodiscard]] const Question* find_question(const RuleBase& rules, const QuestionId& id);
[[nodiscard]] const Model* find_model(const RuleBase& rules, const OptionId& id);
[[nodiscard]] const Vehicle* find_vehicle(const RuleBase& rules, const OptionId& id);
[[nodiscard]] const Rule* find_rule(const RuleBase& rules, const RuleId& id);
[[nodiscard]] const Source* find_source(const RuleBase& rules, const SourceId& id);
/// The framework that is used in the nation, an option of the question "jurisdiction".
[[nodiscard]] const Framework* find_framework(const RuleBase& rules, const std::string& nation);
[[nodiscard]] const Checklist* find_checklist(const RuleBase& rules, const std::string& id);
/// Index of the gradient step; nothing when there is no such step.
[[nodiscard]] std::optional<std::size_t> gradient_index(const RuleBase& rules, const std::string& step);

/// How well the vehicle carries the model where the practices are; `nation` is an option of the question "jurisdiction"
/// or empty when it is not known, and then only what holds everywhere counts.
[[nodiscard]] Fit fit_of(const RuleBase& rules, const OptionId& model, const OptionId& vehicle,
                         const std::string& nation);

/// Names of the measures that conditions may use: "relationship.mean" and so on.
[[nodiscard]] std::vector<std::string> measure_names(const RuleBase& rules);

} // namespace fedadvise::rulebase
