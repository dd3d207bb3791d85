// Option fields: the texts of models and vehicles by the names they have in the XML, so that the XML can point at them.
#pragma once

#include "rulebase/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::rulebase
{

/// A text of an option that the XML names: "reversible" of a model, "control" of a vehicle.
struct OptionField
{
    std::string_view heading;  ///< for people; words in a table need it to make sense: "Can it be undone?"
    bool sentences = false;    ///< whole sentences, which read well without the heading
    const std::string* text{}; ///< of the option; a null pointer when there is no such field
};

[[nodiscard]] OptionField field_of(const Model& model, std::string_view field);
[[nodiscard]] OptionField field_of(const Vehicle& vehicle, std::string_view field);

/// Every name that field_of knows.
[[nodiscard]] std::vector<std::string> model_field_names();
[[nodiscard]] std::vector<std::string> vehicle_field_names();

} // namespace fedadvise::rulebase
