/* SPDX-License-Identifier: Apache-2.0 */
/** Requests and answers of the API as JSON and headers. The only package that reads and writes JSON with Jackson. Internal. */
package com.cliqtel.camel.wire;
