#include "document/docx_writer.h"

#include "document/docx_body.h"
#include "document/docx_styles.h"
#include "document/docx_text.h"
#include "document/xml_writer.h"
#include "document/zip_archive.h"
#include "foundation/date.h"

#include <string_view>
#include <utility>
#include <vector>

namespace fedadvise::document
{

namespace
{

constexpr std::string_view word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view types_namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::string_view relations_namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view program = "Federation Adviser";

std::string office_relation(std::string_view type)
{
    return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + std::string{type};
}

std::string word_type(std::string_view part)
{
    return "application/vnd.openxmlformats-officedocument.wordprocessingml." + std::string{part} + "+xml";
}

std::string types_part()
{
    XmlWriter part;
    part.open("Types", {{"xmlns", types_namespace}});
    const auto by_ending = [&](std::string_view ending, std::string_view type) {
        part.single("Default", {{"Extension", ending}, {"ContentType", type}});
    };
    const auto by_name = [&](std::string_view name, std::string_view type) {
        part.single("Override", {{"PartName", name}, {"ContentType", type}});
    };
    by_ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
    by_ending("xml", "application/xml");
    by_ending("png", "image/png");
    by_ending("svg", "image/svg+xml");
    by_name("/word/document.xml", word_type("document.main"));
    by_name("/word/styles.xml", word_type("styles"));
    by_name("/word/numbering.xml", word_type("numbering"));
    by_name("/word/settings.xml", word_type("settings"));
    by_name("/word/fontTable.xml", word_type("fontTable"));
    by_name("/word/header1.xml", word_type("header"));
    by_name("/word/footer1.xml", word_type("footer"));
    by_name("/word/footer2.xml", word_type("footer"));
    by_name("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    by_name("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    return part.close().str();
}

std::string package_relations_part()
{
    XmlWriter part;
    part.open("Relationships", {{"xmlns", relations_namespace}});
    const auto relation = [&](std::string_view id, std::string_view type, std::string_view target) {
        part.single("Relationship", {{"Id", id}, {"Type", type}, {"Target", target}});
    };
    relation("rId1", office_relation("officeDocument"), "word/document.xml");
    relation("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
             "docProps/core.xml");
    relation("rId3", office_relation("extended-properties"), "docProps/app.xml");
    return part.close().str();
}

std::string document_relations_part(const std::vector<DocxRelation>& of_text)
{
    std::vector<DocxRelation> relations = {{"styles", "styles", "styles.xml"},
                                           {"numbering", "numbering", "numbering.xml"},
                                           {"settings", "settings", "settings.xml"},
                                           {"fontTable", "fontTable", "fontTable.xml"},
                                           {std::string{docx_header}, "header", "header1.xml"},
                                           {std::string{docx_footer}, "footer", "footer1.xml"},
                                           {std::string{docx_first_footer}, "footer", "footer2.xml"}};
    relations.insert(relations.end(), of_text.begin(), of_text.end());
    XmlWriter part;
    part.open("Relationships", {{"xmlns", relations_namespace}});
    for (const DocxRelation& relation : relations)
    {
        const std::string type = office_relation(relation.type);
        if (relation.outside)
            part.single("Relationship",
                        {{"Id", relation.id}, {"Type", type}, {"Target", relation.target}, {"TargetMode", "External"}});
        else
            part.single("Relationship", {{"Id", relation.id}, {"Type", type}, {"Target", relation.target}});
    }
    return part.close().str();
}

/// "Five Valleys – Partners' summary"; one of the two when the other is empty.
std::string whole_title(const Document& document, std::size_t most)
{
    const std::string kind = shortened(document.kind, most / 2);
    const std::string title = shortened(document.title, most - most / 2);
    return title + (title.empty() || kind.empty() ? "" : " – ") + kind;
}

std::string core_properties_part(const Document& document)
{
    constexpr std::size_t most = 250; ///< letters of a property that Word shows
    XmlWriter part;
    part.open("cp:coreProperties",
              {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
               {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
               {"xmlns:dcterms", "http://purl.org/dc/terms/"},
               {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    part.element("dc:title", whole_title(document, most));
    part.element("dc:subject", shortened(document.subject, most));
    part.element("dc:creator", program).element("dc:language", document.language);
    if (foundation::parse_date(document.date))
        for (const std::string_view element : {"dcterms:created", "dcterms:modified"})
            part.element(element, document.date + "T00:00:00Z", {{"xsi:type", "dcterms:W3CDTF"}});
    return part.close().str();
}

std::string program_properties_part()
{
    XmlWriter part;
    part.open("Properties", {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
    return part.element("Application", program).close().str();
}

std::string settings_part(const Document& document)
{
    XmlWriter part;
    part.open("w:settings", {{"xmlns:w", word_namespace}}).single("w:zoom", {{"w:percent", "100"}});
    part.single("w:defaultTabStop", {{"w:val", "720"}});
    part.single("w:characterSpacingControl", {{"w:val", "doNotCompress"}}).open("w:compat");
    const auto setting = [&](std::string_view name, std::string_view value)
    {
        part.single("w:compatSetting",
                    {{"w:name", name}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", value}});
    };
    setting("compatibilityMode", "15"); // Word 2013 and later; without it Word opens in compatibility mode
    setting("overrideTableStyleFontSizeAndJustification", "1");
    setting("enableOpenTypeFeatures", "1");
    setting("doNotFlipMirrorIndents", "1");
    setting("differentiateMultirowTableHeaders", "1");
    part.close().single("w:themeFontLang", {{"w:val", document.language}});
    part.single("w:decimalSymbol", {{"w:val", "."}}).single("w:listSeparator", {{"w:val", ","}});
    return part.close().str();
}

void write_words(XmlWriter& part, std::string_view words)
{
    part.open("w:r").element("w:t", words, {{"xml:space", "preserve"}}).close();
}

std::string header_part(const Document& document)
{
    XmlWriter part;
    part.open("w:hdr", {{"xmlns:w", word_namespace}}).open("w:p").open("w:pPr");
    part.single("w:pStyle", {{"w:val", "Header"}}).close();
    write_words(part, whole_title(document, 90)); // one line
    return part.close().close().str();
}

std::string footer_part(const Document& document)
{
    XmlWriter part;
    const auto field = [&](std::string_view instruction)
    {
        part.open("w:fldSimple", {{"w:instr", instruction}});
        write_words(part, "1");
        part.close();
    };
    part.open("w:ftr", {{"xmlns:w", word_namespace}}).open("w:p").open("w:pPr");
    part.single("w:pStyle", {{"w:val", "Footer"}}).close();
    write_words(part, shortened(document.footer, 85)); // one line with the page number
    part.open("w:r").single("w:tab").close();
    write_words(part, "Page ");
    field(" PAGE ");
    write_words(part, " of ");
    field(" NUMPAGES ");
    return part.close().close().str();
}

} // namespace

foundation::Result<std::string> document_as_docx(const Document& document, const std::filesystem::path& fonts)
{
    foundation::Result<DocxBody> written = docx_body(document, fonts);
    if (!written)
        return written.error();
    DocxBody body = std::move(written).value();
    std::vector<ZipEntry> parts = {{"[Content_Types].xml", types_part()},
                                   {"_rels/.rels", package_relations_part()},
                                   {"docProps/core.xml", core_properties_part(document)},
                                   {"docProps/app.xml", program_properties_part()},
                                   {"word/document.xml", std::move(body.part)},
                                   {"word/_rels/document.xml.rels", document_relations_part(body.relations)},
                                   {"word/styles.xml", docx_styles_part(document)},
                                   {"word/numbering.xml", docx_numbering_part(body.numbered_lists)},
                                   {"word/settings.xml", settings_part(document)},
                                   {"word/fontTable.xml", docx_font_table_part()},
                                   {"word/header1.xml", header_part(document)},
                                   {"word/footer1.xml", footer_part(document)},
                                   {"word/footer2.xml", footer_part(document)}};
    for (ZipEntry& picture : body.pictures)
        parts.push_back(std::move(picture));
    return zip_of(parts);
}

} // namespace fedadvise::document
