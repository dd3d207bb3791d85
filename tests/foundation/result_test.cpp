#include "foundation/result.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace fedadvise::foundation;

namespace
{

const Error no_paper{"printer.no-paper", "There is no paper.", "Add some."};

}

TEST_SUITE("result") {
TEST_CASE("a value is given back")
{
    const Result<int> result(7);
    CHECK(result.has_value());
    CHECK(static_cast<bool>(result));
    CHECK(result.value() == 7);
}

TEST_CASE("an error is given back with code, message and advice")
{
    const Result<int> result(no_paper);
    CHECK_FALSE(result.has_value());
    CHECK(result.error() == no_paper);
}

TEST_CASE("a value that can only be moved is moved out")
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = std::move(result).value();
    CHECK(*taken == 7);
}

TEST_CASE("asking for what is not there is a programming error and throws")
{
    const Result<std::string> failed(no_paper);
    const Result<std::string> fine(std::string("text"));
    CHECK_THROWS_AS((void)failed.value(), std::logic_error);
    CHECK_THROWS_AS((void)fine.error(), std::logic_error);
}

TEST_CASE("a result without a value is a success until it holds an error")
{
    const Result<void> done;
    const Result<void> failed(no_paper);
    CHECK(done.has_value());
    CHECK_THROWS_AS((void)done.error(), std::logic_error);
    CHECK_FALSE(failed.has_value());
    CHECK(failed.error() == no_paper);
}
}
