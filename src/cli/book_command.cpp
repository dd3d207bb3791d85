// fedadvise book: the rule base as a book to read, print and sign.
#include "cli/commands.h"
#include "cli/input_output.h"
#include "report/rule_book.h"

namespace fedadvise::cli
{

int print_book(const Request& request)
{
    const auto rules = load_rules(request);
    return rules ? deliver(request, report::rule_book_as_html(*rules)) : invalid_input;
}

} // namespace fedadvise::cli
