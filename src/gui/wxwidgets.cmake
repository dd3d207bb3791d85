# wxWidgets as one target, wxWidgets::wxWidgets, whatever CMake finds it with; on Linux GTK 3 as PkgConfig::GTK3.
# CMake 3.27 makes the first target itself, CMake 3.25 only sets variables.

find_package(wxWidgets 3.2 REQUIRED COMPONENTS core base)
if(NOT TARGET wxWidgets::wxWidgets)
    add_library(wxWidgets::wxWidgets INTERFACE IMPORTED GLOBAL)
    target_include_directories(wxWidgets::wxWidgets SYSTEM INTERFACE ${wxWidgets_INCLUDE_DIRS})
    target_compile_definitions(wxWidgets::wxWidgets INTERFACE
        ${wxWidgets_DEFINITIONS}
        $<$<CONFIG:Debug>:${wxWidgets_DEFINITIONS_DEBUG}>)
    target_compile_options(wxWidgets::wxWidgets INTERFACE ${wxWidgets_CXX_FLAGS})
    target_link_directories(wxWidgets::wxWidgets INTERFACE ${wxWidgets_LIBRARY_DIRS})
    target_link_libraries(wxWidgets::wxWidgets INTERFACE ${wxWidgets_LIBRARIES})
endif()

# GTK itself is needed for accessible names, which wx cannot set on Linux
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT TARGET PkgConfig::GTK3)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(GTK3 REQUIRED IMPORTED_TARGET GLOBAL gtk+-3.0)
endif()
