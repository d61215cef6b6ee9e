/* SPDX-License-Identifier: Apache-2.0 */
/** What became of a send that nobody answered for: each SMS once, by its key and by its text. */
package com.cliqtel.camel.reconcile;
