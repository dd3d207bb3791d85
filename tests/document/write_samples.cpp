// Writes the sample documents as PDF into a folder, and beside each its words, for pdf_test.py: write_samples FONTS
// FOLDER
#include "sample_documents.h"

#include "document/pages.h"
#include "foundation/file.h"
#include "foundation/text_list.h"

#include <chrono>
#include <iostream>

using namespace fedadvise;

namespace
{

/// All words of a document, from whatever block they stand in.
struct WordCollector
{
    std::string& words;

    void add(const std::string& text) const
    {
        for (const std::string& word : foundation::split_words(text))
            words += word + '\n';
    }
    void add(const std::vector<document::Block>& blocks) const
    {
        for (const document::Block& block : blocks)
            std::visit(*this, block.value);
    }
    void operator()(const document::Heading& heading) const { add(heading.text); }
    void operator()(const document::Paragraph& paragraph) const { add(document::letters_of(paragraph.text)); }
    void operator()(const document::List& list) const
    {
        for (const document::ListItem& item : list.items)
        {
            add(document::letters_of(item.text));
            for (const document::Paragraph& more : item.more)
                (*this)(more);
        }
    }
    void operator()(const document::Table& table) const
    {
        add(table.caption);
        for (const document::Column& column : table.columns)
            add(column.heading);
        for (const document::Row& row : table.rows)
            for (const document::Cell& cell : row.cells)
                for (const document::Paragraph& paragraph : cell.paragraphs)
                    (*this)(paragraph);
    }
    void operator()(const document::Figure& figure) const
    {
        add(figure.caption);
        if (figure.scene.width < 100)
            return; // too narrow for any word
        for (const document::Shape& shape : figure.scene.shapes)
            if (const auto* letters = std::get_if<document::Words>(&shape))
                add(letters->text);
    }
    void operator()(const document::Fold& fold) const
    {
        add(fold.label);
        add(fold.blocks);
    }
    void operator()(const document::PageBreak&) const {}
};

std::string words_of(const document::Document& sample)
{
    std::string words;
    const WordCollector collector{words};
    collector.add(sample.title);
    collector.add(sample.kind);
    collector.add(sample.blocks);
    return words;
}

bool write(const document::Document& sample, const std::string& name, const std::filesystem::path& fonts,
           const std::filesystem::path& folder)
{
    const auto begin = std::chrono::steady_clock::now();
    const auto pages = document::Pages::lay_out(sample, fonts);
    if (!pages)
    {
        std::cerr << pages.error().message << '\n';
        return false;
    }
    const auto pdf = pages.value().pdf();
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    const auto saved = pdf ? foundation::save_file(folder / (name + ".pdf"), pdf.value()) : pdf.error();
    const auto listed = foundation::save_file(folder / (name + ".words"), words_of(sample));
    if (!saved || !listed)
        std::cerr << name << ": " << (saved ? listed : saved).error().message << '\n';
    std::cout << name << ": " << pages.value().count() << " pages, " << took.count() << " ms\n";
    return saved && listed;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
    {
        std::cerr << "Usage: write_samples FONTS FOLDER\n";
        return 2;
    }
    const std::filesystem::path fonts = argv[1], folder = argv[2];
    std::filesystem::create_directories(folder);
    bool good = write(test::brief(), "brief", fonts, folder);
    good &= write(test::summary(3), "summary", fonts, folder);
    good &= write(test::summary(90), "summary-of-three-pages", fonts, folder);
    good &= write(test::long_report(4), "rationale", fonts, folder);
    good &= write(test::long_report(60), "long", fonts, folder);
    good &= write(test::hostile(), "hostile", fonts, folder);
    good &= write({}, "empty", fonts, folder);
    return good ? 0 : 1;
}
