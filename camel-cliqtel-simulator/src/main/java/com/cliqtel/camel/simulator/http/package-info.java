/* SPDX-License-Identifier: Apache-2.0 */
/** The account's API over HTTP: what came in, who may, how often, and where it goes. */
package com.cliqtel.camel.simulator.http;
