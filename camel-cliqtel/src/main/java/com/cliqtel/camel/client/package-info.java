/* SPDX-License-Identifier: Apache-2.0 */
/** The API as Java: one seam, one decorator per concern, and one method that states their order. */
package com.cliqtel.camel.client;
