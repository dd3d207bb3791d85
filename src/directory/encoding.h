// Encoding: which one the text of a file is in, and the same text as UTF-8, piece by piece.
#pragma once

#include "foundation/result.h"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace fedadvise::directory
{

enum class Encoding
{
    Utf8,
    Utf8WithMark, ///< begins with a byte order mark
    Utf16Little,
    Utf16Big,
    Windows1252,
};

/// "UTF-8", "Windows-1252 (Western European)", …, for people.
[[nodiscard]] std::string encoding_name(Encoding encoding);

/// What a look through a whole file tells.
struct Recognised
{
    Encoding encoding = Encoding::Utf8;
    std::size_t bytes = 0;
    std::size_t line_breaks = 0; ///< line feeds, wherever they stand
};

/// Looks through the whole stream in bounded memory. Text that is not well-formed UTF-8 is taken as Windows-1252, as
/// spreadsheets save it. Errors: "csv.empty", "csv.zip", "csv.spreadsheet", "csv.web-page", "csv.pdf", "csv.binary",
/// "csv.unreadable".
[[nodiscard]] foundation::Result<Recognised> recognise(std::istream& stream);

/// Turns pieces of a file into UTF-8. Byte order marks go; half characters at the end of a piece wait for the next.
class Decoder
{
public:
    explicit Decoder(Encoding encoding) : m_encoding(encoding) {}

    /// Appends the piece to `text`.
    void feed(std::string_view bytes, std::string& text);
    /// Appends a replacement character when half a character is left at the end.
    void finish(std::string& text);

private:
    void feed_utf16(std::string_view bytes, std::string& text);
    void add_unit(unsigned unit, std::string& text);

    Encoding m_encoding;
    bool m_begun = false;
    std::string m_rest;  ///< UTF-16: half a unit
    unsigned m_high = 0; ///< UTF-16: the first half of a pair
};

} // namespace fedadvise::directory
