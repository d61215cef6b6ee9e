/* SPDX-License-Identifier: Apache-2.0 */
/** The account's things as the API's JSON, and the other way round. */
package com.cliqtel.camel.simulator.json;
