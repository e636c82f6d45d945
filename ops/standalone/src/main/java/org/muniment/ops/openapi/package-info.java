/** The OpenAPI document: what may be asked, by whom, and every answer there can be. */
package org.muniment.ops.openapi;
