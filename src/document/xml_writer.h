// XML writer: the parts of a DOCX file, well formed whatever the texts are.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fedadvise::document
{

/// An XML document that grows. Names of elements and attributes are ours and outlive the writer; texts and values are
/// anybody's, and escaped. No white space stands between elements. pugixml would do as well, were its types not to
/// stand in the headers between the parts; and it writes control characters that no reader takes in.
class XmlWriter
{
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Begins with the declaration.
    XmlWriter();

    XmlWriter& open(std::string_view element, Attributes attributes = {});
    /// Ends the element that was opened last.
    XmlWriter& close();
    /// An element without content.
    XmlWriter& single(std::string_view element, Attributes attributes = {});
    /// A whole element with a text in it.
    XmlWriter& element(std::string_view element, std::string_view text, Attributes attributes = {});

    /// The document; throws std::logic_error when an element is still open.
    [[nodiscard]] const std::string& str() const;

private:
    void start(std::string_view element, Attributes attributes);

    std::string m_xml;
    std::vector<std::string_view> m_open;
};

} // namespace fedadvise::document
