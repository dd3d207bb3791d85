#include "document/xml_writer.h"

#include "document/markup.h"

#include <stdexcept>

namespace fedadvise::document
{

XmlWriter::XmlWriter() : m_xml("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") {}

void XmlWriter::start(std::string_view element, Attributes attributes)
{
    m_xml += '<';
    m_xml += element;
    for (const auto& [name, value] : attributes)
    {
        m_xml += ' ';
        m_xml += name;
        m_xml += "=\"" + escaped(value) + '"';
    }
}

XmlWriter& XmlWriter::open(std::string_view element, Attributes attributes)
{
    start(element, attributes);
    m_xml += '>';
    m_open.push_back(element);
    return *this;
}

XmlWriter& XmlWriter::close()
{
    if (m_open.empty())
        throw std::logic_error("XmlWriter::close() called with no element open");
    m_xml += "</";
    m_xml += m_open.back();
    m_xml += '>';
    m_open.pop_back();
    return *this;
}

XmlWriter& XmlWriter::single(std::string_view element, Attributes attributes)
{
    start(element, attributes);
    m_xml += "/>";
    return *this;
}

XmlWriter& XmlWriter::element(std::string_view element, std::string_view text, Attributes attributes)
{
    open(element, attributes);
    m_xml += escaped(text);
    return close();
}

const std::string& XmlWriter::str() const
{
    if (!m_open.empty())
        throw std::logic_error("XmlWriter::str() called while <" + std::string(m_open.back()) + "> is open");
    return m_xml;
}

} // namespace fedadvise::document
