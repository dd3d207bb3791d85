// fedadvise about: the texts that come with the program.
#include "cli/commands.h"
#include "cli/input_output.h"
#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulebase/places.h"

#include <iostream>

namespace fedadvise::cli
{

namespace
{

constexpr std::size_t largest_text = 20'000'000;

constexpr const char* overview =
    "fedadvise " FEDADVISE_VERSION "\n"
    "Helps groups of GP practices choose how closely to work together, and in what legal vehicle.\n\n"
    "It is not legal, tax or pensions advice, not clinical, and no medical device. It uses no network and wants no "
    "patient data.\n\n"
    "fedadvise about scope           what it is for, and what not\n"
    "fedadvise about accessibility   what works for whom, how that was tested, and what does not\n"
    "fedadvise about licences        the licences of what is inside\n";

} // namespace

int tell_about(const Request& request)
{
    if (request.topic.empty())
        return deliver(request, overview);
    const auto folder = rulebase::find_texts({}, foundation::path_from_utf8(request.program));
    const auto text = foundation::read_file(folder / (request.topic + ".txt"), largest_text);
    if (!text)
    {
        std::cerr << "fedadvise: " << text.error().message
                  << "\n    Install the program again: this text came with it.\n";
        return invalid_input;
    }
    return deliver(request, text.value());
}

} // namespace fedadvise::cli
