/**
 * Entry of the functions bundle: every custom function and nothing else. Excel learns them from functions.json; the
 * build appends `CustomFunctions.associate` to each file that declares one, so importing a file registers it.
 */
import "./faces";
