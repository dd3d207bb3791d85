#include "document/fonts.h"

#include "foundation/file.h"
#include "foundation/utf8.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include <cairo-ft.h>

namespace fedadvise::document
{

namespace
{

constexpr std::array<const char*, 4> file_names = {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf",
                                                   "NotoSans-BoldItalic.ttf"};
constexpr std::size_t largest_file = 20'000'000;
/// Glyphs of Latin letters and of punctuation are looked up once, when the font is read.
constexpr char32_t latin_end = 0x250, punctuation = 0x2000, punctuation_end = 0x2080;

/// What FreeType needs for as long as cairo holds the face, which may be longer than we do.
struct Source
{
    std::string bytes;
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    ~Source()
    {
        if (face != nullptr)
            FT_Done_Face(face);
        if (library != nullptr)
            FT_Done_FreeType(library);
    }
};

#ifdef _WIN32
/// In a program that holds cairo itself, its locks must be set up before the first letter is drawn.
[[maybe_unused]] const bool cairo_is_ready = []
{
    cairo_debug_reset_static_data();
    return true;
}();
#endif

const cairo_user_data_key_t source_key = {0};

void forget(void* source)
{
    delete static_cast<Source*>(source);
}

foundation::Error broken(const std::filesystem::path& path)
{
    return {"document.font-unreadable", "The font \"" + foundation::utf8_from_path(path) + "\" is not a usable font.",
            "Install the program again, or put the fonts back that came with it."};
}

Glyph looked_up(FT_Face face, char32_t letter)
{
    Glyph glyph;
    glyph.index = FT_Get_Char_Index(face, letter);
    FT_Fixed units = 0;
    if (FT_Get_Advance(face, glyph.index, FT_LOAD_NO_SCALE, &units) == 0 && face->units_per_EM > 0)
        glyph.advance = static_cast<double>(units) / face->units_per_EM;
    return glyph;
}

} // namespace

struct Fonts::Face
{
    FT_Face source = nullptr;
    cairo_font_face_t* face = nullptr;
    std::vector<Glyph> latin, signs;

    Face() = default;
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
    ~Face() { cairo_font_face_destroy(face); }

    static foundation::Result<std::unique_ptr<Face>> read(const std::filesystem::path& path);
};

foundation::Result<std::unique_ptr<Fonts::Face>> Fonts::Face::read(const std::filesystem::path& path)
{
    auto bytes = foundation::read_file(path, largest_file);
    if (!bytes)
        return foundation::Error{"document.font-missing",
                                 "The font \"" + foundation::utf8_from_path(path) +
                                     "\" cannot be read: " + bytes.error().message,
                                 "Install the program again, or put the fonts back that came with it."};
    auto source = std::make_unique<Source>();
    source->bytes = std::move(bytes).value();
    const auto* data = reinterpret_cast<const FT_Byte*>(source->bytes.data());
    if (FT_Init_FreeType(&source->library) != 0 ||
        FT_New_Memory_Face(source->library, data, static_cast<FT_Long>(source->bytes.size()), 0, &source->face) != 0)
        return broken(path);

    auto result = std::make_unique<Face>();
    result->source = source->face;
    result->face = cairo_ft_font_face_create_for_ft_face(source->face, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(result->face, &source_key, source.get(), forget) != CAIRO_STATUS_SUCCESS)
        return broken(path);
    source.release(); // cairo's from here on
    for (char32_t letter = 0; letter < latin_end; ++letter)
        result->latin.push_back(looked_up(result->source, letter));
    for (char32_t letter = punctuation; letter < punctuation_end; ++letter)
        result->signs.push_back(looked_up(result->source, letter));
    return result;
}

Fonts::Fonts() = default;
Fonts::~Fonts() = default;

foundation::Result<std::shared_ptr<const Fonts>> Fonts::load(const std::filesystem::path& folder)
{
    std::shared_ptr<Fonts> fonts(new Fonts);
    for (std::size_t i = 0; i < file_names.size(); ++i)
    {
        auto face = Face::read(folder / file_names[i]);
        if (!face)
            return face.error();
        fonts->m_faces[i] = std::move(face).value();
    }
    return std::shared_ptr<const Fonts>(std::move(fonts));
}

Glyph Fonts::glyph(Cut cut, char32_t letter) const
{
    const Face& face = *m_faces[static_cast<std::size_t>(cut)];
    if (letter < latin_end)
        return face.latin[letter];
    if (letter >= punctuation && letter < punctuation_end)
        return face.signs[letter - punctuation];
    return looked_up(face.source, letter);
}

_cairo_font_face* Fonts::face(Cut cut) const
{
    return m_faces[static_cast<std::size_t>(cut)]->face;
}

} // namespace fedadvise::document
