// Finishing a PDF: qpdf reads what cairo drew and adds what makes it a document that can be read aloud.
#include "document/pdf_writer.h"

#include "document/markup.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <qpdf/QUtil.hh>

#include <algorithm>
#include <map>
#include <utility>

namespace fedadvise::document
{

namespace
{

using Object = QPDFObjectHandle;

/// Marks as artifacts what is painted outside the marked pieces of the text: rules, grounds, headers and footers.
class ArtifactFilter : public Object::TokenFilter
{
public:
    void handleToken(const QPDFTokenizer::Token& token) override
    {
        m_words += token.getRawValue();
        if (token.getType() != QPDFTokenizer::tt_word)
            return;
        const std::string& word = token.getValue();
        if (m_is_text) // a whole text object; what is marked in it are letters that the font lacks
            return word == "ET" ? end_text() : void();
        if (word == "BDC" || word == "BMC")
            return begin_marked();
        if (m_depth > 0)
            return word == "EMC" ? end_marked() : flush();
        if (is_one_of(word, {"m", "l", "c", "v", "y", "h", "re", "W", "W*"}))
            return; // a path, which is marked together with what paints it
        if (word == "BT")
            m_is_text = true;
        else if (is_one_of(word, {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"}))
            flush_as_artifact();
        else
            flush();
    }

    void handleEOF() override { flush(); }

private:
    static bool is_one_of(const std::string& word, std::initializer_list<const char*> words)
    {
        return std::find(words.begin(), words.end(), word) != words.end();
    }

    void end_text()
    {
        m_is_text = false;
        flush_as_artifact();
    }

    void begin_marked()
    {
        // What has no number is no piece of the text: letters that the font lacks, in a header or footer.
        if (m_depth++ == 0 && m_words.find("/MCID") == std::string::npos)
        {
            m_is_wrapped = true;
            write("\n/Artifact BMC\n");
        }
        flush();
    }

    void end_marked()
    {
        flush();
        if (--m_depth == 0 && std::exchange(m_is_wrapped, false))
            write("\nEMC\n");
    }

    void flush()
    {
        write(m_words);
        m_words.clear();
    }

    void flush_as_artifact()
    {
        write("\n/Artifact BMC\n" + m_words + "\nEMC\n");
        m_words.clear();
    }

    std::string m_words; ///< read and not yet written
    int m_depth = 0;
    bool m_is_text = false;
    bool m_is_wrapped = false; ///< the marked content that is open stands in an artifact of ours
};

std::string number(double value)
{
    return QUtil::double_to_string(value, 2);
}

/// A link's address in ASCII, as addresses are.
std::string address_of(const std::string& target)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string address;
    for (const char c : target)
    {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && c != '<' && c != '>' && c != '"')
            address += c;
        else
            (address += '%') += {digits[byte >> 4], digits[byte & 15U]};
    }
    return address;
}

class Finisher
{
public:
    Finisher(const PageLayout& layout, const DrawnPdf& drawn) : m_layout(layout), m_drawn(drawn)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("report.pdf", drawn.bytes.data(), drawn.bytes.size());
        m_pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
    }

    std::string finished()
    {
        if (m_pages.size() != m_layout.pages.size())
            throw std::runtime_error("it has another number of pages than its layout");
        describe();
        make_structure();
        for (std::size_t page = 0; page < m_pages.size(); ++page)
            finish_page(page);
        close_structure();
        name_fonts();

        QPDFWriter writer(m_pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setRecompressFlate(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
    }

private:
    static Object unicode(const std::string& text) { return Object::newUnicodeString(utf8_of(drawable(text))); }

    void describe()
    {
        Object root = m_pdf.getRoot();
        root.replaceKey("/Lang", Object::newString(m_layout.language));
        root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
        root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
        const std::string title = escaped(m_layout.title + (m_layout.kind.empty() ? "" : " – " + m_layout.kind));
        Object metadata = Object::newStream(
            &m_pdf,
            "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
            "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
            "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
                title + "</rdf:li></rdf:Alt></dc:title>\n<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
                escaped(m_layout.subject) + "</rdf:li></rdf:Alt></dc:description>\n<dc:language><rdf:Bag><rdf:li>" +
                escaped(m_layout.language) +
                "</rdf:li></rdf:Bag></dc:language>\n<dc:creator><rdf:Seq><rdf:li>Federation Adviser</rdf:li>"
                "</rdf:Seq></dc:creator>\n<xmp:CreatorTool>Federation Adviser</xmp:CreatorTool>\n"
                "<xmp:CreateDate>" +
                xmp_date() + "</xmp:CreateDate>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
        metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
        root.replaceKey("/Metadata", metadata);

        Object info = m_pdf.getTrailer().getKey("/Info");
        info.replaceKey("/Title", unicode(m_layout.title + (m_layout.kind.empty() ? "" : " – " + m_layout.kind)));
        info.replaceKey("/Creator", Object::newString("Federation Adviser"));
        info.replaceKey("/CreationDate", Object::newString(pdf_date(m_layout.date)));
    }

    [[nodiscard]] std::string xmp_date() const
    {
        const std::string date = pdf_date(m_layout.date); // D:20261122000000Z
        return date.substr(2, 4) + "-" + date.substr(6, 2) + "-" + date.substr(8, 2) + "T00:00:00Z";
    }

    // --- Structure: an object for each element; its contents are added as pages are gone through ---

    void make_structure()
    {
        m_root = m_pdf.makeIndirectObject(Object::parse("<< /Type /StructTreeRoot >>"));
        m_elements.resize(m_layout.structure.nodes.size());
        m_is_attached.resize(m_elements.size());
        m_parents = Object::newArray();
        element(0).replaceKey("/P", m_root);
        m_root.replaceKey("/K", element(0));
        m_is_attached[0] = true;
    }

    Object& element(int node)
    {
        Object& object = m_elements[static_cast<std::size_t>(node)];
        if (object.isInitialized())
            return object;
        const Node& source = m_layout.structure.nodes[static_cast<std::size_t>(node)];
        object = m_pdf.makeIndirectObject(Object::parse("<< /Type /StructElem /K [] >>"));
        object.replaceKey("/S", Object::newName("/" + source.type));
        if (!source.alternative.empty())
            object.replaceKey("/Alt", unicode(source.alternative));
        if (source.type == "L")
            object.replaceKey("/A", Object::parse("<< /O /List /ListNumbering /" + source.attributes + " >>"));
        else if (!source.attributes.empty())
            object.replaceKey("/A", Object::parse("<< /O /Table /Scope /" + source.attributes + " >>"));
        return object;
    }

    /// Puts an element where it belongs: behind what of its parent was drawn before. Rows bring all their cells, since
    /// an empty cell is a cell too.
    void attach(int node)
    {
        if (m_is_attached[static_cast<std::size_t>(node)])
            return;
        m_is_attached[static_cast<std::size_t>(node)] = true;
        const Node& source = m_layout.structure.nodes[static_cast<std::size_t>(node)];
        attach(source.parent);
        if (m_layout.structure.nodes[static_cast<std::size_t>(source.parent)].type != "TR")
            append_child(source.parent, node);
        if (source.type == "TR")
            for (const int cell : source.children)
            {
                append_child(node, cell);
                m_is_attached[static_cast<std::size_t>(cell)] = true;
            }
    }

    void append_child(int parent, int node)
    {
        element(node).replaceKey("/P", element(parent));
        element(parent).getKey("/K").appendItem(element(node));
    }

    void finish_page(std::size_t page)
    {
        Object object = m_pages[page].getObjectHandle();
        Object of_page = Object::newArray();
        const std::vector<int>& nodes = m_drawn.nodes[page];
        for (std::size_t piece = 0; piece < nodes.size(); ++piece)
        {
            attach(nodes[piece]);
            Object content = Object::parse("<< /Type /MCR /MCID " + std::to_string(piece) + " >>");
            content.replaceKey("/Pg", object);
            element(nodes[piece]).getKey("/K").appendItem(content);
            of_page.appendItem(element(nodes[piece]));
        }
        object.replaceKey("/StructParents", Object::newInteger(static_cast<long long>(page)));
        object.replaceKey("/Tabs", Object::newName("/S"));
        m_parents.appendItem(Object::newInteger(static_cast<long long>(page)));
        m_parents.appendItem(m_pdf.makeIndirectObject(of_page));
        add_links(page, object);
        m_pages[page].addContentTokenFilter(std::make_shared<ArtifactFilter>());
    }

    // --- Links ---

    void add_links(std::size_t page, Object& object)
    {
        Object annotations = Object::newArray();
        for (const Mark& mark : m_layout.pages[page].marks)
        {
            const auto* letters = std::get_if<Letters>(&mark);
            if (letters == nullptr || letters->style.link < 0 || letters->glyphs.empty())
                continue;
            const Link& link = m_layout.structure.links[static_cast<std::size_t>(letters->style.link)];
            Object annotation = m_pdf.makeIndirectObject(annotation_for(link, *letters));
            annotations.appendItem(annotation);
            if (link.node < 0)
                continue;
            const auto key = static_cast<long long>(m_pages.size() + m_links.size());
            annotation.replaceKey("/StructParent", Object::newInteger(key));
            Object reference = Object::parse("<< /Type /OBJR >>");
            reference.replaceKey("/Obj", annotation);
            reference.replaceKey("/Pg", object);
            element(link.node).getKey("/K").appendItem(reference);
            m_links.push_back(link.node);
        }
        if (annotations.getArrayNItems() > 0)
            object.replaceKey("/Annots", annotations);
    }

    Object annotation_for(const Link& link, const Letters& letters)
    {
        const double top = paper_height - (letters.y - Fonts::ascent * letters.style.size);
        const double bottom = paper_height - (letters.y + Fonts::descent * letters.style.size);
        Object annotation =
            Object::parse("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [" + number(letters.x) + " " +
                          number(bottom) + " " + number(letters.x + letters.width) + " " + number(top) + "] >>");
        annotation.replaceKey("/Contents", unicode(link.words));
        if (const Spot* spot = spot_of(link.target))
        {
            Object place = Object::newArray();
            place.appendItem(m_pages[spot->page].getObjectHandle());
            for (const std::string& value :
                 {std::string("/XYZ"), std::string("0"), number(std::min(paper_height, paper_height - spot->y + 6)),
                  std::string("null")})
                place.appendItem(Object::parse(value));
            annotation.replaceKey("/Dest", place);
        }
        else
        {
            Object action = Object::parse("<< /Type /Action /S /URI >>");
            action.replaceKey("/URI", Object::newString(address_of(link.target)));
            annotation.replaceKey("/A", action);
        }
        return annotation;
    }

    [[nodiscard]] const Spot* spot_of(const std::string& target) const
    {
        constexpr std::string_view heading = "#heading ";
        if (target.starts_with(heading))
        {
            const int which = QUtil::string_to_int(target.substr(heading.size()).c_str());
            return &m_layout.headings[static_cast<std::size_t>(which)].spot;
        }
        const auto found = target.starts_with("#") ? m_layout.targets.find(target.substr(1)) : m_layout.targets.end();
        return found == m_layout.targets.end() ? nullptr : &found->second;
    }

    void close_structure()
    {
        const std::size_t pages = m_pages.size();
        for (std::size_t i = 0; i < m_links.size(); ++i)
        {
            m_parents.appendItem(Object::newInteger(static_cast<long long>(pages + i)));
            m_parents.appendItem(element(m_links[i]));
        }
        Object tree = Object::newDictionary();
        tree.replaceKey("/Nums", m_parents);
        m_root.replaceKey("/ParentTree", m_pdf.makeIndirectObject(tree));
        m_root.replaceKey("/ParentTreeNextKey", Object::newInteger(static_cast<long long>(pages + m_links.size())));
        m_pdf.getRoot().replaceKey("/StructTreeRoot", m_root);
    }

    /// Six letters before a font's name say that it is a part of it. cairo's depend on the machine; ours count.
    void name_fonts()
    {
        std::map<std::string, std::string> names;
        for (Object& object : m_pdf.getAllObjects())
            for (const char* key : {"/BaseFont", "/FontName"})
            {
                if (!object.isDictionary() || !object.getKey(key).isName())
                    continue;
                const std::string name = object.getKey(key).getName();
                if (name.size() < 9 || name[7] != '+')
                    continue;
                std::string& prefix = names[name.substr(0, 7)];
                if (prefix.empty())
                    prefix = std::string("/AAAAA") + static_cast<char>('A' + (names.size() - 1) % 26);
                object.replaceKey(key, Object::newName(prefix + name.substr(7)));
            }
    }

    const PageLayout& m_layout;
    const DrawnPdf& m_drawn;
    QPDF m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
    Object m_root, m_parents;
    std::vector<Object> m_elements;
    std::vector<bool> m_is_attached;
    std::vector<int> m_links; ///< elements of the links, in the order of their annotations
};

} // namespace

foundation::Result<std::string> finished_pdf(const PageLayout& layout, const DrawnPdf& drawn)
{
    try
    {
        return Finisher(layout, drawn).finished();
    }
    catch (const std::exception& problem)
    {
        return pdf_failed(problem.what());
    }
}

} // namespace fedadvise::document
