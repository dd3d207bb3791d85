# The Debian package: what a desktop wants to find beside the programs, and how CPack packs it. `sh installer/setup.sh package`
# builds and tests it; by hand: cmake --preset release && cmake --build --preset release && (cd build/release && cpack -G DEB)
find_program(FEDADVISE_GZIP gzip REQUIRED)
find_program(FEDADVISE_RSVG rsvg-convert DOC "Draws the icon in the sizes that desktops want (package librsvg2-bin)")
find_package(Python3 REQUIRED COMPONENTS Interpreter)
mark_as_advanced(FEDADVISE_GZIP FEDADVISE_RSVG)
set(FEDADVISE_PACKAGE_CONTACT "Federation Adviser maintainers <maintainers@federation-adviser.example>" CACHE STRING
    "Who answers for the package: name and address, as Debian writes them. Whoever publishes a package gives their own")

set(linux ${CMAKE_CURRENT_LIST_DIR})
set(made ${PROJECT_BINARY_DIR}/installer/linux)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/federation-adviser)
file(MAKE_DIRECTORY ${made}/icons)

# --- The day: that of the commit, so that the same commit gives the same bytes ---------------------------------------
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    set(source_date $ENV{SOURCE_DATE_EPOCH})
else()
    execute_process(COMMAND git -C ${PROJECT_SOURCE_DIR} log -1 --format=%ct OUTPUT_VARIABLE source_date
        OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(NOT source_date)
        set(source_date 0)
    endif()
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=${source_date} LC_ALL=C
    ${Python3_EXECUTABLE} -c "import time, os; print(time.strftime('%Y-%m-%d', time.gmtime(int(os.environ['SOURCE_DATE_EPOCH']))))"
    OUTPUT_VARIABLE source_day OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)

# --- What is made ----------------------------------------------------------------------------------------------------
configure_file(${linux}/federation-adviser.metainfo.xml.in ${made}/federation-adviser.metainfo.xml @ONLY)

set(compressed)
foreach(page fedadvise federation-adviser)
    add_custom_command(OUTPUT ${made}/${page}.1.gz DEPENDS ${linux}/${page}.1
        COMMAND ${FEDADVISE_GZIP} -9nc ${linux}/${page}.1 > ${made}/${page}.1.gz VERBATIM)
    list(APPEND compressed ${made}/${page}.1.gz)
endforeach()
add_custom_command(OUTPUT ${made}/changelog.gz
    DEPENDS ${linux}/changelog.py ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${CMAKE_CURRENT_LIST_FILE}
    COMMAND ${Python3_EXECUTABLE} ${linux}/changelog.py ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${PROJECT_VERSION} ${source_date}
        "${FEDADVISE_PACKAGE_CONTACT}" > ${made}/changelog
    COMMAND ${FEDADVISE_GZIP} -9nc ${made}/changelog > ${made}/changelog.gz VERBATIM)

set(completions ${made}/fedadvise ${made}/_fedadvise ${made}/fedadvise.fish)
add_custom_command(OUTPUT ${completions} DEPENDS fedadvise ${linux}/completions.py
    COMMAND ${Python3_EXECUTABLE} ${linux}/completions.py $<TARGET_FILE:fedadvise> ${made} VERBATIM)

set(drawn)
if(FEDADVISE_RSVG)
    foreach(size 16 22 24 32 48 64 128 256)
        set(picture ${made}/icons/${size}.png)
        add_custom_command(OUTPUT ${picture} DEPENDS ${PROJECT_SOURCE_DIR}/resources/federation-adviser.svg
            COMMAND ${FEDADVISE_RSVG} -w ${size} -h ${size} -o ${picture} ${PROJECT_SOURCE_DIR}/resources/federation-adviser.svg VERBATIM)
        list(APPEND drawn ${picture})
        install(FILES ${picture} DESTINATION ${icons}/${size}x${size}/apps RENAME federation-adviser.png)
    endforeach()
else()
    message(STATUS "rsvg-convert (package librsvg2-bin) was not found: the icon is installed as SVG alone")
endif()
add_custom_target(package_files ALL DEPENDS ${compressed} ${made}/changelog.gz ${completions} ${drawn})

# --- Where it lies ---------------------------------------------------------------------------------------------------
install(FILES ${linux}/federation-adviser.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/federation-adviser.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES ${made}/federation-adviser.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/federation-adviser.svg DESTINATION ${icons}/scalable/apps)
install(FILES ${made}/fedadvise.1.gz ${made}/federation-adviser.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/fedadvise DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${made}/_fedadvise DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${made}/fedadvise.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
# Below /usr the distribution's own font is linked to, as it wants it; elsewhere it is copied.
install(CODE "
    if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\" AND \"${FEDADVISE_NOTO_SANS}\" MATCHES \"^/usr/share/fonts/\")
        file(RELATIVE_PATH from /usr/${data}/fonts ${FEDADVISE_NOTO_SANS})
        file(MAKE_DIRECTORY \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${data}/fonts\")
        file(CHMOD \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${data}/fonts\"
            PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
        foreach(cut Regular Bold Italic BoldItalic)
            file(CREATE_LINK \${from}/NotoSans-\${cut}.ttf
                \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${data}/fonts/NotoSans-\${cut}.ttf\" SYMBOLIC)
        endforeach()
    else()
        file(INSTALL ${PROJECT_BINARY_DIR}/resources/fonts/ DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${data}/fonts\")
    endif()")
install(FILES ${linux}/copyright ${made}/changelog.gz DESTINATION ${documents})

# --- The package -----------------------------------------------------------------------------------------------------
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME federation-adviser)
set(CPACK_PACKAGE_CONTACT "${FEDADVISE_PACKAGE_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "collaboration models and legal vehicles for GP practices")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
# librsvg2-common: without it GTK cannot draw the dot of a radio button
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-core, librsvg2-common")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS xdg-utils)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"GP practices that want to work together decide how closely, and in what
legal form. This program asks each practice why it wants to collaborate and
for what, applies rules that anybody can read, and shows which models of
collaboration and legal vehicles the answers point to, which are ruled out,
and why, with a source for what it says. It writes documents for partners,
solicitors, accountants and commissioners as PDF, Word or web pages.
.
The package holds the desktop program federation-adviser and the command
fedadvise. Both work without a network, need no account and want no patient
data. It is not legal, tax or pensions advice, and not a medical device.")
include(CPack)
