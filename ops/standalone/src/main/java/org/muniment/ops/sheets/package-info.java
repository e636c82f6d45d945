/** The page on which a sheet is tried, looked over row by row, and recorded. */
package org.muniment.ops.sheets;
