/**
 * Signs people in to the pages by OpenID Connect, and out: with the embedded authorization server,
 * or with the provider of MUNIMENT_OIDC_ISSUER. What they may do is for {@code ops.access} to say.
 */
package org.muniment.ops.signin;
