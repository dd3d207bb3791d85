# How our own code is compiled: warnings, sanitizers, and ccache where there is one.
# Include once, before any target; every target of ours links app::warnings PRIVATE.

include_guard(GLOBAL)

add_library(app_warnings INTERFACE)
add_library(app::warnings ALIAS app_warnings)

# The resource compiler of Windows must not see them
target_compile_options(app_warnings INTERFACE
    "$<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wsign-conversion;-Wshadow>"
    "$<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast;-Woverloaded-virtual;-Wnon-virtual-dtor>")

# g++ 12 sees overlaps and uninitialised memory inside std::string that are not there (GCC bugs 105651 and 105562).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(app_warnings INTERFACE
        "$<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict;-Wno-maybe-uninitialized>")
endif()

if(FEDADVISE_WARNINGS_AS_ERRORS)
    target_compile_options(app_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()

if(FEDADVISE_SANITIZE)
    # "no-recover" makes undefined behaviour fail the test instead of only being printed
    target_compile_options(app_warnings INTERFACE
        "-fsanitize=${FEDADVISE_SANITIZE}" -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(app_warnings INTERFACE "-fsanitize=${FEDADVISE_SANITIZE}")
endif()

find_program(FEDADVISE_CCACHE ccache)
mark_as_advanced(FEDADVISE_CCACHE)
if(FEDADVISE_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${FEDADVISE_CCACHE} CACHE STRING "Runs the compiler; empty for none")
endif()
