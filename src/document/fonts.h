// Fonts: the four cuts of the font that came with the program, read from their files. Nothing is looked up elsewhere,
// so that a page breaks at the same word on every system.
#pragma once

#include "foundation/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

struct _cairo_font_face;

namespace fedadvise::document
{

enum class Cut
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
};

[[nodiscard]] constexpr Cut cut_for(bool strong, bool emphasis)
{
    return strong ? (emphasis ? Cut::BoldItalic : Cut::Bold) : (emphasis ? Cut::Italic : Cut::Regular);
}

/// A picture of a letter in one cut; index 0 is the box for letters that the font lacks.
struct Glyph
{
    std::uint32_t index = 0;
    double advance = 0; ///< to the next letter, as a share of the size
};

/// Not to be used from two threads at once.
class Fonts
{
public:
    /// Errors: "document.font-missing" and "document.font-unreadable".
    [[nodiscard]] static foundation::Result<std::shared_ptr<const Fonts>> load(const std::filesystem::path& folder);
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    ~Fonts();

    [[nodiscard]] Glyph glyph(Cut cut, char32_t letter) const;
    /// The face for cairo; the fonts keep it.
    [[nodiscard]] _cairo_font_face* face(Cut cut) const;

    /// From the line that letters stand on up, and down; as shares of the size. The same for all cuts.
    static constexpr double ascent = 1.069;
    static constexpr double descent = 0.293;

private:
    struct Face;
    Fonts();

    std::array<std::unique_ptr<Face>, 4> m_faces;
};

} // namespace fedadvise::document
