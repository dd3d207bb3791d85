// What nearly every file of this folder includes, compiled once.
#pragma once

#include <wx/dataview.h>
#include <wx/notebook.h>
#include <wx/simplebook.h>
#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>
