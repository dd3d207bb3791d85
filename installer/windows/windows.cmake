# What is different when the programs are compiled for Windows: options, the libraries under the names that the rest of the
# build knows them by, and what Explorer reads from a program.
enable_language(RC)
add_compile_definitions(UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00)
# Without symbols. Not `strip`: that would write the time into the program
add_link_options($<$<CONFIG:Release>:-s>)
# No path of this machine inside the programs
add_compile_options(
    $<$<COMPILE_LANGUAGE:CXX>:-ffile-prefix-map=${FEDADVISE_WINDOWS_LIBRARIES}=libraries>
    $<$<COMPILE_LANGUAGE:CXX>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.>)

# Programs and tests lie in one folder, with what is installed beside them
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/rules ${PROJECT_BINARY_DIR}/bin/rules SYMBOLIC)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/resources/examples ${PROJECT_BINARY_DIR}/bin/examples SYMBOLIC)
file(CREATE_LINK ${PROJECT_BINARY_DIR}/resources/fonts ${PROJECT_BINARY_DIR}/bin/fonts SYMBOLIC)
file(CREATE_LINK ${PROJECT_BINARY_DIR}/resources/texts ${PROJECT_BINARY_DIR}/bin/texts SYMBOLIC)

# The libraries are static, so each of them brings what it needs itself.
# windows_library(TARGET LIBRARIES <name>... [HEADERS <folder>...] [ALSO <what Windows brings>...])
function(windows_library target)
    cmake_parse_arguments(PARSE_ARGV 1 its "" "" "LIBRARIES;HEADERS;ALSO;DEFINITIONS")
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    foreach(name ${its_LIBRARIES})
        find_library(WINDOWS_LIBRARY_${name} NAMES lib${name}.a REQUIRED)
        mark_as_advanced(WINDOWS_LIBRARY_${name})
        target_link_libraries(${target} INTERFACE ${WINDOWS_LIBRARY_${name}})
    endforeach()
    target_link_libraries(${target} INTERFACE ${its_ALSO})
    target_compile_definitions(${target} INTERFACE ${its_DEFINITIONS})
    target_include_directories(${target} SYSTEM INTERFACE ${FEDADVISE_WINDOWS_LIBRARIES}/include)
    foreach(folder ${its_HEADERS})
        target_include_directories(${target} SYSTEM INTERFACE ${FEDADVISE_WINDOWS_LIBRARIES}/include/${folder})
    endforeach()
endfunction()

foreach(headers Boost::headers nlohmann_json::nlohmann_json CLI11::CLI11 doctest::doctest)
    windows_library(${headers})
endforeach()
windows_library(pugixml::pugixml LIBRARIES pugixml)
windows_library(PkgConfig::FREETYPE LIBRARIES freetype HEADERS freetype2 ALSO z)
# cairo switches checks of the C library on, which here are a library of their own
windows_library(PkgConfig::CAIRO LIBRARIES cairo pixman-1 png freetype HEADERS cairo ALSO z ssp gdi32 msimg32
    DEFINITIONS CAIRO_WIN32_STATIC_BUILD)
windows_library(PkgConfig::QPDF LIBRARIES qpdf jpeg ALSO z advapi32)
windows_library(PkgConfig::LIBZIP LIBRARIES zip ALSO z advapi32 DEFINITIONS ZIP_STATIC)
windows_library(PkgConfig::SODIUM LIBRARIES sodium ALSO advapi32 DEFINITIONS SODIUM_STATIC)

# windows_resources(TARGET DESCRIPTION [MORE]): icon, manifest and version; MORE is another resource script to include
function(windows_resources target description)
    set(name ${target})
    set(more "")
    if(ARGC GREATER 2)
        set(more "#include \"${ARGV2}\"")
    endif()
    set(icon ${PROJECT_SOURCE_DIR}/resources/federation-adviser.ico)
    set(manifest ${CMAKE_CURRENT_BINARY_DIR}/${target}.manifest)
    configure_file(${PROJECT_SOURCE_DIR}/installer/windows/program.manifest.in ${manifest} @ONLY)
    configure_file(${PROJECT_SOURCE_DIR}/installer/windows/program.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc @ONLY)
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
    set_property(SOURCE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc PROPERTY OBJECT_DEPENDS "${icon};${manifest}")
endfunction()
