# Compiles for 64-bit Windows with the system's mingw-w64 (GCC with POSIX threads: the other kind has no std::thread).
# FEDADVISE_WINDOWS_LIBRARIES, in the environment or set, names the folder that libraries.sh printed.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(triple x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triple}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triple}-g++-posix)
set(CMAKE_RC_COMPILER ${triple}-windres)

if(NOT DEFINED FEDADVISE_WINDOWS_LIBRARIES AND DEFINED ENV{FEDADVISE_WINDOWS_LIBRARIES})
    set(FEDADVISE_WINDOWS_LIBRARIES "$ENV{FEDADVISE_WINDOWS_LIBRARIES}" CACHE PATH "Libraries built by installer/windows/libraries.sh")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES FEDADVISE_WINDOWS_LIBRARIES)

# Programs and headers of this system must not get in
set(CMAKE_FIND_ROOT_PATH ${FEDADVISE_WINDOWS_LIBRARIES} /usr/${triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Everything inside the program; and no time of the build, so that the same source gives the same bytes
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -Wl,--no-insert-timestamp")

# FindwxWidgets asks wx-config when it compiles for another system
set(wxWidgets_CONFIG_EXECUTABLE "${FEDADVISE_WINDOWS_LIBRARIES}/bin/wx-config" CACHE FILEPATH "")

# ctest runs every program of the build through this
set(CMAKE_CROSSCOMPILING_EMULATOR "${CMAKE_CURRENT_LIST_DIR}/wine.sh")
