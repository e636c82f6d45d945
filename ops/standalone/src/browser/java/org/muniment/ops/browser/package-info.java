/** What a real browser makes of the pages: every page in every role, and whole journeys. */
package org.muniment.ops.browser;
