// Writes the DOCX samples into a folder, for docx_check.py: write_docx_samples FONTS FOLDER
#include "docx_samples.h"

#include "document/docx_writer.h"

#include <filesystem>
#include <fstream>
#include <iostream>

int main(int count, char** words)
{
    if (count != 3)
        return 2;
    for (const auto& [name, document] : fedadvise::document::docx_samples())
    {
        const auto bytes = fedadvise::document::document_as_docx(document, words[1]);
        if (!bytes)
        {
            std::cerr << name << ": " << bytes.error().message << ' ' << bytes.error().advice << '\n';
            return 1;
        }
        std::ofstream(std::filesystem::path(words[2]) / (name + ".docx"), std::ios::binary) << bytes.value();
    }
    return 0;
}
