#include "rulebase/option_fields.h"

#include <algorithm>
#include <array>

namespace fedadvise::rulebase
{

namespace
{

template <class Option>
struct NamedField
{
    std::string_view name;
    std::string_view heading;
    bool sentences;
    std::string Option::*text;
};

constexpr std::array model_fields = {
    NamedField<Model>{"practices", "Usual number of practices", false, &Model::practices},
    NamedField<Model>{"patients", "Usual number of patients", false, &Model::patients},
    NamedField<Model>{"months", "Months until it works", false, &Model::months},
    NamedField<Model>{"reversible", "Can it be undone?", false, &Model::reversible},
    NamedField<Model>{"management", "Who manages it", false, &Model::management},
    NamedField<Model>{"summary", "What it is", true, &Model::summary},
    NamedField<Model>{"suits", "What it suits", true, &Model::suits},
    NamedField<Model>{"does-not-suit", "What it does not suit", true, &Model::does_not_suit},
    NamedField<Model>{"fails-when", "When it fails", true, &Model::fails_when},
    NamedField<Model>{"evidence", "What is known about it", true, &Model::evidence},
};

constexpr std::array vehicle_fields = {
    NamedField<Vehicle>{"law", "Law", false, &Vehicle::law},
    NamedField<Vehicle>{"register", "Register", false, &Vehicle::register_name},
    NamedField<Vehicle>{"summary", "What it is", true, &Vehicle::summary},
    NamedField<Vehicle>{"suits", "What it suits", true, &Vehicle::suits},
    NamedField<Vehicle>{"does-not-suit", "What it does not suit", true, &Vehicle::does_not_suit},
    NamedField<Vehicle>{"trap", "A common trap", true, &Vehicle::trap},
    NamedField<Vehicle>{"liability", "Liability", true, &Vehicle::liability},
    NamedField<Vehicle>{"tax", "Tax", true, &Vehicle::tax},
    NamedField<Vehicle>{"control", "Control", true, &Vehicle::control},
    NamedField<Vehicle>{"solicitor", "A solicitor would say", true, &Vehicle::solicitor},
    NamedField<Vehicle>{"accountant", "An accountant would say", true, &Vehicle::accountant},
    NamedField<Vehicle>{"manager", "A practice manager would say", true, &Vehicle::manager},
};

template <class Fields, class Option>
OptionField field_in(const Fields& fields, const Option& option, std::string_view name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
    if (found == fields.end())
        return {};
    return {found->heading, found->sentences, &(option.*found->text)};
}

template <class Fields>
std::vector<std::string> names_in(const Fields& fields)
{
    std::vector<std::string> names;
    for (const auto& field : fields)
        names.emplace_back(field.name);
    return names;
}

} // namespace

OptionField field_of(const Model& model, std::string_view field)
{
    return field_in(model_fields, model, field);
}

OptionField field_of(const Vehicle& vehicle, std::string_view field)
{
    return field_in(vehicle_fields, vehicle, field);
}

std::vector<std::string> model_field_names()
{
    return names_in(model_fields);
}

std::vector<std::string> vehicle_field_names()
{
    return names_in(vehicle_fields);
}

} // namespace fedadvise::rulebase
