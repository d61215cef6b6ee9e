/* SPDX-License-Identifier: Apache-2.0 */
/** The HTTP server: the API with authentication, rate limits and faults, and the site with the page. */
package com.cliqtel.camel.simulator.http;
