# What comes with the program to be read: statements, and the licences of what is inside. The programs look for them beside the rules.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(texts ${PROJECT_BINARY_DIR}/resources/texts)
set(sbom ${PROJECT_SOURCE_DIR}/installer/sbom)
foreach(text scope accessibility)
    configure_file(${CMAKE_CURRENT_LIST_DIR}/texts/${text}.txt ${texts}/${text}.txt COPYONLY)
endforeach()
add_custom_command(OUTPUT ${texts}/licences.txt
    DEPENDS ${sbom}/licences.py ${sbom}/inventory.py ${sbom}/components.json ${PROJECT_SOURCE_DIR}/LICENSE
    COMMAND ${Python3_EXECUTABLE} -B ${sbom}/licences.py $<IF:$<PLATFORM_ID:Windows>,windows,linux> ${PROJECT_SOURCE_DIR}/LICENSE ${texts}/licences.txt
    VERBATIM)
add_custom_target(texts ALL DEPENDS ${texts}/licences.txt)
