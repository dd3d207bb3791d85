// What nearly every file of this folder includes, compiled once.
#pragma once

#include <wx/wx.h>
#include <wx/dataview.h>
#include <wx/notebook.h>
#include <wx/simplebook.h>

#include <functional>
#include <string>
#include <vector>
