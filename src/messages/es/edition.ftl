## edition
