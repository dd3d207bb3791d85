// Writes the sample documents as PDF into a folder, for pdf_test.py: write_samples FONTS FOLDER
#include "sample_documents.h"

#include "document/pages.h"
#include "foundation/file.h"

#include <chrono>
#include <iostream>

using namespace fedadvise;

namespace
{

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
    const auto saved = pdf ? foundation::save_file(folder / (name + ".pdf"), pdf.value()) : pdf.error();
    if (!saved)
        std::cerr << name << ": " << saved.error().message << '\n';
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    std::cout << name << ": " << pages.value().count() << " pages, " << took.count() << " ms\n";
    return saved.has_value();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const std::filesystem::path fonts = argv[1], folder = argv[2];
    std::filesystem::create_directories(folder);
    bool good = write(test::brief(), "brief", fonts, folder);
    good &= write(test::brief(), "brief-again", fonts, folder);
    good &= write(test::summary(3), "summary", fonts, folder);
    good &= write(test::summary(90), "summary-long", fonts, folder);
    good &= write(test::long_report(4), "rationale", fonts, folder);
    good &= write(test::hostile(), "hostile", fonts, folder);
    good &= write({}, "empty", fonts, folder);
    return good ? 0 : 1;
}
