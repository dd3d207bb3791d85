// Scenes: the advice in pictures, drawn once for the screen, for HTML and for paper.
#pragma once

#include "document/scene.h"
#include "report/advice.h"
#include "report/alignment_words.h"

#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::report
{

/// How wide a picture may be, and how large its letters: what a window has, or what a page has.
struct SceneSize
{
    int width = 720;
    int letters = 13;
};

/// The gradient as a line of equal stops. Where names would touch each other, every other one stands lower.
[[nodiscard]] document::Scene gradient_scene(const Advice& advice, const SceneSize& size = {});

/// The relationship and the deal, side by side, or one below the other when the width is small.
[[nodiscard]] document::Scene gauges_scene(const Advice& advice, const SceneSize& size = {});

/// For each option the band it is in, and those that its open answers still allow.
[[nodiscard]] document::Scene bands_scene(const Advice& advice, const std::vector<OptionAdvice>& options,
                                          std::string_view id, std::string_view title, const SceneSize& size = {});

/// The questions on which the map shows a gap between practices, the biggest first; at most as many as fit a page.
[[nodiscard]] std::vector<const MapRow*> rows_to_show(const AlignmentAdvice& advice);

/// The map of practices: a row for each of these questions and a column for each practice, numbered from 1 in the order
/// of the advice.
[[nodiscard]] document::Scene map_scene(const AlignmentAdvice& advice, const SceneSize& size = {});

/// Something that lasts some months.
struct Stretch
{
    std::string title;
    int from_month = 0, to_month = 0; ///< from the start; `to_month` is exclusive
};

/// Stretches of time as bars below each other, with a scale of months above.
[[nodiscard]] document::Scene time_scene(const std::vector<Stretch>& stretches, std::string_view id,
                                         std::string_view title, const SceneSize& size = {});

} // namespace fedadvise::report
