#include "rulepack/store_state.h"

#include "document/xml_writer.h"
#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulebase/xml_element.h"

namespace fedadvise::rulepack
{

namespace
{

constexpr std::size_t largest_state = 1'000'000;

} // namespace

foundation::Result<StoreState> read_state(const std::filesystem::path& file)
{
    const auto xml = foundation::read_file(file, largest_state);
    if (!xml && xml.error().code == "file.missing")
        return StoreState{};
    rulebase::Diagnostics faults;
    const auto root = xml ? rulebase::parse_xml(foundation::utf8_from_path(file), xml.value(), faults) : std::nullopt;
    if (!root || root->name != "rule-packs")
        return foundation::Error{"store.unreadable",
                                 "The note of which rule pack is in use cannot be read: '" +
                                     foundation::utf8_from_path(file) + "'.",
                                 "The rules that came with the program are used. Install the rule pack again."};
    StoreState state{rulebase::optional(*root, "active"), rulebase::optional(*root, "shipped-version"), {}};
    for (const rulebase::XmlElement& before : root->children)
        state.before.push_back(rulebase::optional(before, "rules"));
    return state;
}

foundation::Result<void> save_state(const std::filesystem::path& file, const StoreState& state)
{
    document::XmlWriter xml;
    xml.open("rule-packs", {{"active", state.active}, {"shipped-version", state.shipped_version}});
    for (const std::string& before : state.before)
        xml.single("before", {{"rules", before}});
    xml.close();
    return foundation::save_file(file, xml.str());
}

} // namespace fedadvise::rulepack
