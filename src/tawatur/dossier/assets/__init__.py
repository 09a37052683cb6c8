"""What the pages are drawn with: style, script, fonts, the chart library; see LICENSES.txt."""
