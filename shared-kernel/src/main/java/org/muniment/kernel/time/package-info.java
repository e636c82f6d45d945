/** Days, months and financial years as committees use them. Must never read a clock. */
package org.muniment.kernel.time;
