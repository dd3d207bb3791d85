// A rule base small enough to reckon by hand: four models, four vehicles, one question of each kind.
#pragma once

#include "engine/cases.h"

#include <string>
#include <vector>

namespace fedadvise::test
{

/// The small rule base with these rules added; throws when it does not load.
[[nodiscard]] engine::Engine small_engine(const std::string& rules = "");

/// A rule of this id: `when` is the condition (empty: always), `effects` its effects.
[[nodiscard]] std::string rule(const std::string& id, const std::string& when, const std::string& effects, const std::string& attributes = "");

/// Rules without a condition that together give the option so many points.
[[nodiscard]] std::string points(const std::string& option, int sum);

/// The truth of one condition for one case.
[[nodiscard]] engine::Truth truth_of(const std::string& condition, const Said& group, const std::vector<Said>& practices = {});

/// Assesses by the small rule base with these rules.
[[nodiscard]] engine::Assessment assess_small(const std::string& rules, const Said& group = {}, const std::vector<Said>& practices = {});

} // namespace fedadvise::test
